package org.ethotag.ui.recording;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.SessionRow;
import org.jspecify.annotations.Nullable;

/** The labelled share as a bar with its number. */
final class LabelledCell extends TableCell<SessionRow, SessionRow> {
    private static final double BAR_WIDTH = 96;

    private final ProgressBar bar = new ProgressBar(0);
    private final Label percent = new Label();
    private final HBox content = new HBox(bar, percent);

    LabelledCell() {
        content.getStyleClass().add("labelled-cell");
        bar.setPrefWidth(BAR_WIDTH);
        percent.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable SessionRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        bar.setProgress(row.labelledFraction());
        percent.setText(Texts.of("sessions.percent", (long) Math.floor(row.labelledFraction() * 100)));
        setGraphic(content);
    }
}
