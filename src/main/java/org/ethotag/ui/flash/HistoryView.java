package org.ethotag.ui.flash;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.ethotag.project.FlashRecord;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was done to the tags of this study, newest first, of all or of one; to save and to print. */
final class HistoryView extends BorderPane {
    private static final PseudoClass VERIFIED = PseudoClass.getPseudoClass("verified");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    /** Pixels in the order of the columns: in the largest type the time, the outcome and the proof are still whole. */
    private static final double[] NARROWEST = {185, 135, 80, 115, 90, 95, 135, 90, 105, 60, 80};

    private final FlashViewModel model;
    private final FilteredList<FlashRecord> shown;
    private final ComboBox<String> tags = new ComboBox<>();

    HistoryView(FlashViewModel model) {
        this.model = model;
        shown = new FilteredList<>(model.receipts());
        tags.setId("history-tag");
        tags.setAccessibleText(Texts.of("flash.history.of"));
        model.receipts().addListener((ListChangeListener<FlashRecord>) _ -> fillTags());
        fillTags();
        tags.valueProperty()
                .subscribe(chosen -> shown.setPredicate(record -> chosen == null
                        || chosen.equals(Texts.of("flash.history.all"))
                        || record.tag().equals(chosen)));
        var save = new Button(Texts.of("flash.history.save"), Icons.of(Feather.DOWNLOAD));
        save.setId("history-save");
        save.setOnAction(_ -> TagFiles.toSave(this, "tag-history.csv")
                .ifPresent(file -> model.history().save(file, shown)));
        var print = new Button(Texts.of("flash.history.print"), Icons.of(Feather.PRINTER));
        print.setId("history-print");
        print.setOnAction(_ -> TagPrint.print(this, HistoryText.printed(Texts.of("flash.receipts"), shown)));
        var bar = new HBox(
                new Label(Texts.of("flash.history.of")),
                tags,
                save,
                print,
                saved(model.history().tables()));
        bar.getStyleClass().add("roll-bar");
        setTop(bar);
        setCenter(table());
    }

    /** A line that says what was saved. */
    static Label saved(TagTables tables) {
        var saved = new Label();
        saved.textProperty().bind(tables.savedProperty());
        saved.getStyleClass().add("text-muted");
        return saved;
    }

    private void fillTags() {
        String before = tags.getValue();
        var all = new ArrayList<String>(List.of(Texts.of("flash.history.all")));
        model.receipts().stream()
                .map(FlashRecord::tag)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .forEach(all::add);
        if (!tags.getItems().equals(all)) {
            tags.getItems().setAll(all);
            tags.setValue(before != null && all.contains(before) ? before : all.getFirst());
        }
    }

    private TableView<FlashRecord> table() {
        var table = new TableView<>(shown);
        table.setId("receipts");
        table.getStyleClass().add("flush-table");
        table.setPlaceholder(new Label(Texts.of("flash.receipts.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("flash.receipts.time"), 170, HistoryView::time),
                        Columns.text(Texts.of("flash.receipts.tag"), 130, FlashRecord::tag),
                        Columns.text(Texts.of("flash.receipts.animal"), 100, FlashRecord::animal),
                        Columns.text(Texts.of("flash.receipts.outcome"), 130, HistoryView::outcome),
                        Columns.text(Texts.of("flash.receipts.model"), 160, FlashRecord::modelId),
                        Columns.text(Texts.of("flash.receipts.selftest"), 90, HistoryView::selfTest),
                        Columns.text(Texts.of("flash.receipts.proof"), 150, HistoryView::proof),
                        Columns.number(Texts.of("flash.fact.battery"), 80, HistoryView::battery),
                        Columns.text(Texts.of("flash.receipts.firmware"), 90, FlashRecord::firmware),
                        Columns.text(Texts.of("flash.receipts.person"), 90, FlashRecord::person),
                        Columns.text(Texts.of("flash.receipts.problem"), 200, FlashRecord::problem)));
        for (int i = 0; i < NARROWEST.length; i++) {
            table.getColumns().get(i).setMinWidth(NARROWEST[i]);
        }
        table.getColumns().getFirst().getStyleClass().add("first-column");
        table.setRowFactory(_ -> new Row());
        return table;
    }

    private static String time(FlashRecord record) {
        return TimeTexts.minute(record.time(), ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
    }

    private static String outcome(FlashRecord record) {
        return record.verified()
                ? "\u2713 " + Texts.of("flash.receipts.verified")
                : "\u2717 " + FlashTexts.outcome(record.outcome());
    }

    /** The receipt counts golden windows; a tag without that command was not asked for any. */
    private static String proof(FlashRecord record) {
        return record.goldenWindows() > 0
                ? Texts.of("flash.receipts.golden", record.goldenWindows())
                : record.verified() ? Texts.of("flash.receipts.state") : "";
    }

    /** How many passed is news only where not all did. */
    private static String selfTest(FlashRecord record) {
        var test = record.selfTest();
        return test.passed() == test.windows() && test.windows() > 0
                ? FlashTexts.state(test)
                : FlashTexts.selfTest(test);
    }

    private static String battery(FlashRecord record) {
        return record.batteryPercent() < 0 ? "" : record.batteryPercent() + " %";
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
