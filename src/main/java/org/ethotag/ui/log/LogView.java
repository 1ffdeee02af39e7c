package org.ethotag.ui.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ethotag.diagnosis.LogEntry;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The program's messages in a table, the chosen one with its traces below, and the button that copies the report. */
final class LogView extends StackPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final LogViewModel model;
    private final PageHeader header;
    private final TextArea details = new TextArea();

    LogView(LogViewModel model) {
        this.model = model;
        getStyleClass().add("page");
        var copy = new Button(Texts.of("log.copy"), Icons.of(Feather.COPY));
        copy.setId("copy-report");
        copy.getStyleClass().add("accent");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> model.report(this::copied));
        header = new PageHeader(Texts.of("log.title"), Texts.of("log.line"), copy);
        details.setId("log-details");
        details.setEditable(false);
        details.getStyleClass().add("history-details");
        details.setAccessibleText(Texts.of("log.details"));
        var table = table();
        var split = new SplitPane(table, details);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        var nothing = new EmptyState(Feather.CHECK_CIRCLE, Texts.of("log.none"), Texts.of("log.none.why"));
        var empty = Bindings.isEmpty(model.entries());
        nothing.visibleProperty().bind(empty);
        split.visibleProperty().bind(empty.not());
        getChildren().add(new BorderPane(new StackPane(split, nothing), header, null, null, null));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(entry -> details.setText(
                        LogViewModel.details(Stream.ofNullable(entry).toList())));
    }

    private void copied(String report) {
        var content = new ClipboardContent();
        content.putString(report);
        Clipboard.getSystemClipboard().setContent(content);
        header.setLine(Texts.of("log.copied"));
        details.setText(report);
    }

    private TableView<LogEntry> table() {
        var made = new TableView<>(model.entries());
        made.setId("log-entries");
        made.setAccessibleText(Texts.of("log.title"));
        made.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var time = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.getDefault(Locale.Category.FORMAT))
                .withZone(ZoneId.systemDefault());
        made.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("history.time"), 185, entry -> time.format(entry.time())),
                        Columns.text(
                                Texts.of("log.level"),
                                90,
                                entry -> entry.level().getLocalizedName()),
                        Columns.text(Texts.of("log.source"), 160, LogEntry::source),
                        Columns.text(Texts.of("log.message"), 400, LogView::line)));
        made.getColumns().getFirst().getStyleClass().add("first-column");
        made.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable LogEntry entry, boolean empty) {
                super.updateItem(entry, empty);
                pseudoClassStateChanged(FAILED, entry != null && entry.level().equals(Level.SEVERE));
            }
        });
        return made;
    }

    private static String line(LogEntry entry) {
        var cause = entry.causes().isEmpty() ? "" : ": " + entry.causes().getFirst();
        return (entry.text() + cause).lines().findFirst().orElse("");
    }
}
