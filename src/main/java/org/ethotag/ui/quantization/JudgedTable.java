package org.ethotag.ui.quantization;

import java.util.List;
import java.util.function.ToIntFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.quantization.QuantizationTrial.JudgedWindow;

/** Windows with both answers and their margins; a double click or Enter opens one in its trace. */
final class JudgedTable extends TableView<JudgedWindow> {
    private final QuantizationViewModel model;

    JudgedTable(QuantizationViewModel model) {
        this.model = model;
        setId("flips");
        getStyleClass().addAll("flush-table", "dense");
        var none = new Label(Texts.of("quantize.flips.none"));
        none.getStyleClass().add("table-hint");
        setPlaceholder(none);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("label.session"), 84, window -> model.sessionName(window.session())),
                        told(
                                Columns.number(
                                        Texts.of("quantize.flip.sample"),
                                        80,
                                        window -> Numbers.count(window.range().from())),
                                "sample"),
                        Columns.text(Texts.of("quantize.flip.truth"), 76, window -> name(window, JudgedWindow::truth)),
                        Columns.text(
                                Texts.of("quantize.flip.float"), 76, window -> name(window, JudgedWindow::floatClass)),
                        Columns.text(
                                Texts.of("quantize.flip.fixed"), 76, window -> name(window, JudgedWindow::fixedClass)),
                        told(
                                Columns.number(
                                        Texts.of("quantize.flip.margin"),
                                        80,
                                        window -> Numbers.fixed(window.floatMargin(), 3)),
                                "margin"),
                        told(
                                Columns.number(
                                        Texts.of("quantize.flip.fixedMargin"),
                                        80,
                                        window -> Numbers.fixed(window.fixedMargin(), 3)),
                                "fixedMargin"),
                        told(Columns.number(Texts.of("quantize.flip.diverged"), 104, this::diverged), "diverged")));
        setRowFactory(_ -> {
            var row = new TableRow<JudgedWindow>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    model.open(row.getItem());
                }
            });
            return row;
        });
        setOnKeyPressed(event -> {
            var window = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && window != null) {
                model.open(window);
            }
        });
    }

    /** A header that explains itself. */
    private static TableColumn<JudgedWindow, String> told(TableColumn<JudgedWindow, String> column, String id) {
        var label = new Label(column.getText());
        label.setTooltip(new Tooltip(Texts.of("quantize.flip." + id + ".tip")));
        label.setMinWidth(Region.USE_PREF_SIZE);
        column.setText("");
        column.setGraphic(label);
        return column;
    }

    void show(List<JudgedWindow> windows) {
        getItems().setAll(windows);
    }

    private String name(JudgedWindow window, ToIntFunction<JudgedWindow> place) {
        var trial = model.trialProperty().get();
        return trial == null ? "" : trial.matrix().classes().get(place.applyAsInt(window));
    }

    private String diverged(JudgedWindow window) {
        var findings = model.findingsProperty().get();
        if (!window.isFlipped()) {
            return "\u2013";
        }
        Integer step = findings == null ? null : findings.divergedAt().get(window.index());
        return step == null ? "\u2026" : Numbers.count(step);
    }
}
