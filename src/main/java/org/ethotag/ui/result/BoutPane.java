package org.ethotag.ui.result;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.ethotag.evaluation.BoutTable;
import org.ethotag.language.Messages;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.PictureCanvas;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.result.ResultReport;

/** Bouts in numbers above, one by one below; each opens in its trace. */
final class BoutPane extends SplitPane {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ROOT);
    private static final double DIVIDER = 0.45;

    private final PictureCanvas canvas = new PictureCanvas();
    private final TableView<BoutTable.Row> table = new TableView<>();

    BoutPane(ResultViewModel model) {
        setOrientation(Orientation.VERTICAL);
        setDividerPositions(DIVIDER);
        getStyleClass().add("result-split");
        var scroll = new ScrollPane(canvas);
        scroll.getStyleClass().addAll("plain-scroll", "result-scroll");
        canvas.inside(scroll);
        table.setId("result-bout-table");
        table.setAccessibleText(Texts.of("result.bouts.table"));
        table.getStyleClass().addAll("flush-table", "dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(Columns.text(
                        Texts.of("sessions.animal"), 110, row -> row.timeline().animal()));
        table.getColumns()
                .add(Columns.text(
                        Texts.of("sessions.name"), 180, row -> row.timeline().session()));
        table.getColumns()
                .add(Columns.text(
                        Texts.of("result.behaviour"), 130, row -> row.bout().behaviour()));
        table.getColumns()
                .add(Columns.text(
                        Texts.of("result.begin"),
                        200,
                        row -> MOMENT.format(
                                row.bout().time().from().atZone(row.timeline().zone()))));
        table.getColumns()
                .add(Columns.text(
                        Texts.of("result.end"),
                        200,
                        row -> MOMENT.format(
                                row.bout().time().to().atZone(row.timeline().zone()))));
        table.getColumns()
                .add(Columns.number(
                        Texts.of("result.seconds"),
                        90,
                        row -> String.format(Messages.locale(), "%.2f", row.seconds())));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(model);
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(model);
            }
        });
        getItems().addAll(scroll, table);
    }

    private void open(ResultViewModel model) {
        var row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row);
        }
    }

    void show(ResultReport.Bouts report, Picture picture, Tones tones) {
        canvas.show(picture, tones);
        table.getItems().setAll(report.bouts().rows());
    }
}
