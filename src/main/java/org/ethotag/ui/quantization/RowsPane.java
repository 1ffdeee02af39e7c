package org.ethotag.ui.quantization;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.quantization.RowBound;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** The overflow proof of every row, tightest first. */
final class RowsPane extends VBox {
    RowsPane(QuantizationViewModel model) {
        getStyleClass().add("quantize-tab");
        var line = new Label(Texts.of("quantize.rows.line"));
        line.getStyleClass().addAll("text-muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        var table = new TableView<RowBound>();
        table.setId("rows");
        table.getStyleClass().addAll("flush-table", "dense");
        var hint = new Label(Texts.of("quantize.waiting"));
        hint.getStyleClass().add("table-hint");
        table.setPlaceholder(hint);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var share = new TableColumn<RowBound, RowBound>(Texts.of("quantize.rows.share"));
        share.setPrefWidth(200);
        share.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        share.setCellFactory(_ -> new ShareCell());
        table.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("quantize.rows.sum"), 220, row -> QuantizationTexts.edge(row.sum())),
                        Columns.number(Texts.of("quantize.rows.row"), 70, row -> Numbers.count(row.row() + 1L)),
                        Columns.number(Texts.of("quantize.rows.bound"), 130, row -> Numbers.count(row.bound())),
                        share));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(line, table);
        model.trialProperty()
                .subscribe(trial -> table.getItems()
                        .setAll(
                                trial == null
                                        ? List.of()
                                        : trial.graph().bounds().stream()
                                                .sorted(Comparator.comparingLong(RowBound::bound)
                                                        .reversed())
                                                .toList()));
    }

    private static final class ShareCell extends TableCell<RowBound, RowBound> {
        private final ProgressBar bar = new ProgressBar();

        @Override
        protected void updateItem(@Nullable RowBound row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                setText(null);
                return;
            }
            bar.setProgress(row.fraction());
            setText(Numbers.percent(row.fraction()));
            setGraphic(bar);
        }
    }
}
