package org.ethotag.ui.quantization;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.quantization.report.Suspect;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.quantization.QuantizationFindings;
import org.jspecify.annotations.Nullable;

/** Every node of the graph, the most suspicious first, with the reason in words. */
final class SuspectsPane extends VBox {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("refused");

    private final Label verdict = new Label();
    private final TableView<Suspect> table = new TableView<>();

    SuspectsPane(QuantizationViewModel model) {
        getStyleClass().add("quantize-tab");
        verdict.setId("verdict");
        verdict.getStyleClass().add("title-4");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        var line = new Label(Texts.of("quantize.suspects.line"));
        line.getStyleClass().add("text-muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        table.setId("suspects");
        table.getStyleClass().addAll("flush-table", "dense");
        var hint = new Label(Texts.of("quantize.looking.wait"));
        hint.getStyleClass().add("table-hint");
        table.setPlaceholder(hint);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        Columns.text(
                                Texts.of("quantize.layer"), 226, suspect -> QuantizationTexts.edge(suspect.edge())),
                        Columns.number(
                                Texts.of("quantize.suspects.own"),
                                96,
                                suspect -> Quantity.SQNR.text(suspect.ownSqnrDb())),
                        Columns.number(
                                Texts.of("quantize.suspects.excess"),
                                86,
                                suspect -> Numbers.fixed(suspect.excess(), 2)),
                        Columns.text(Texts.of("quantize.suspects.reason"), 300, QuantizationTexts::reason)));
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable Suspect suspect, boolean empty) {
                super.updateItem(suspect, empty);
                pseudoClassStateChanged(FAULTY, suspect != null && !empty && suspect.isFaulty());
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(suspect -> {
            if (suspect != null) {
                model.edgeProperty().set(suspect.edge());
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(verdict, line, table);
        model.findingsProperty().subscribe(this::show);
    }

    private void show(@Nullable QuantizationFindings findings) {
        if (findings == null) {
            verdict.setText(Texts.of("quantize.looking.wait"));
            table.getItems().clear();
            return;
        }
        long faulty = findings.suspects().stream().filter(Suspect::isFaulty).count();
        verdict.setText(
                faulty == 0
                        ? Texts.of("quantize.suspects.none")
                        : Texts.of(
                                "quantize.suspects.some",
                                QuantizationTexts.edge(
                                        findings.suspects().getFirst().edge()),
                                QuantizationTexts.reason(findings.suspects().getFirst()),
                                faulty));
        table.getItems().setAll(findings.suspects());
    }
}
