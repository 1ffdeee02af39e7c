package org.ethotag.ui.flash;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.ethotag.project.FlashRecord;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.jspecify.annotations.Nullable;

/** What was flashed in this study, newest first. */
final class ReceiptsTable extends TableView<FlashRecord> {
    private static final PseudoClass VERIFIED = PseudoClass.getPseudoClass("verified");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    ReceiptsTable(FlashViewModel model) {
        super(model.receipts());
        setId("receipts");
        getStyleClass().add("flush-table");
        setPlaceholder(new Label(Texts.of("flash.receipts.none")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("flash.receipts.time"), 140, ReceiptsTable::time),
                        Columns.text(Texts.of("flash.receipts.tag"), 130, FlashRecord::tag),
                        Columns.text(Texts.of("flash.receipts.model"), 150, FlashRecord::modelId),
                        Columns.text(Texts.of("flash.receipts.outcome"), 120, ReceiptsTable::outcome),
                        Columns.number(
                                Texts.of("flash.receipts.windows"),
                                140,
                                record -> String.valueOf(record.goldenWindows())),
                        Columns.text(Texts.of("flash.receipts.firmware"), 90, FlashRecord::firmware)));
        getColumns().getFirst().getStyleClass().add("first-column");
        setRowFactory(_ -> new Row());
    }

    private static String time(FlashRecord record) {
        return TimeTexts.minute(record.time(), ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
    }

    private static String outcome(FlashRecord record) {
        return record.verified() ? Texts.of("flash.receipts.verified") : record.outcome();
    }

    /** A row that is green or red. */
    private static final class Row extends TableRow<FlashRecord> {
        @Override
        protected void updateItem(@Nullable FlashRecord record, boolean empty) {
            super.updateItem(record, empty);
            pseudoClassStateChanged(VERIFIED, record != null && !empty && record.verified());
            pseudoClassStateChanged(REFUSED, record != null && !empty && !record.verified());
        }
    }
}
