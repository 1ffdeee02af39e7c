package org.ethotag.ui.control;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.job.JobBoard;
import org.ethotag.ui.job.RunningJob;
import org.kordamp.ikonli.feather.Feather;

/** The jobs at work, one line each with a button that stops it; takes no room while there are none. */
public final class ProgressStrip extends VBox {
    private final JobBoard board;

    public ProgressStrip(JobBoard board) {
        this.board = board;
        getStyleClass().add("progress-strip");
        board.jobs().addListener((ListChangeListener<RunningJob>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().setAll(board.jobs().stream().map(ProgressStrip::row).toList());
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private static HBox row(RunningJob job) {
        var name = new Label(job.name());
        name.getStyleClass().add("text-bold");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var doing = new Label();
        doing.textProperty().bind(job.doingProperty());
        doing.getStyleClass().add("text-muted");
        doing.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(doing, Priority.ALWAYS);
        var bar = new ProgressBar();
        bar.progressProperty().bind(job.fractionProperty());
        bar.setAccessibleText(job.name());
        bar.setMinWidth(Region.USE_PREF_SIZE);
        var stop = new Button("", Icons.of(Feather.X));
        stop.getStyleClass().addAll("flat", "button-icon", "small");
        stop.setTooltip(new Tooltip(Texts.of("progress.stop", job.name())));
        stop.setAccessibleText(Texts.of("progress.stop", job.name()));
        stop.setOnAction(_ -> job.cancel());
        var row = new HBox(name, doing, bar, stop);
        row.getStyleClass().add("progress-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
