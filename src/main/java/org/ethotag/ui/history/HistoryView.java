package org.ethotag.ui.history;

import java.io.File;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.log.Shell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page of what was done: a table of steps, all that the log says of the chosen one below it. */
public final class HistoryView extends StackPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final HistoryViewModel model;
    private final PageHeader header;
    private final TableView<HistoryRow> table;
    private final TextArea details = new TextArea();

    /**
     * @param work leads to where work begins
     * @param pieces gets what the page is made of
     */
    public HistoryView(HistoryViewModel model, Runnable work, Pieces pieces) {
        this.model = model;
        getStyleClass().add("page");
        header = new PageHeader(Texts.of("history.title"), "", filter(), copy(), save());
        table = table();
        details.setEditable(false);
        details.setId("history-details");
        details.getStyleClass().add("history-details");
        details.setAccessibleText(Texts.of("history.details"));
        details.setPromptText(Texts.of("history.choose"));
        var split = new SplitPane(table, details);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.68);
        var nothing = new EmptyState(Feather.CLOCK, Texts.of("history.none"), Texts.of("history.none.why"))
                .button("history-begin", Texts.of("sessions.import"), Feather.DATABASE, work);
        var only = Bindings.size(model.rows())
                .lessThan(2)
                .and(model.wholeProperty())
                .and(model.filterProperty().isEmpty());
        nothing.visibleProperty().bind(only);
        split.visibleProperty().bind(only.not());
        getChildren().add(new BorderPane(new StackPane(split, nothing), header, null, null, null));
        model.rows().subscribe(this::say);
        say();
        model.onSaved(file -> header.setLine(Texts.of("history.saved", file)));
        table.getSelectionModel().selectedItemProperty().subscribe(this::show);
        pieces.add(() -> visibleProperty().subscribe(visible -> {
            if (visible) {
                model.refresh();
            }
        }));
    }

    private void say() {
        if (model.wholeProperty().get()) {
            header.setLine(Texts.of("history.line", model.count()));
        } else {
            header.setLine(Texts.of("history.older"));
        }
    }

    private void show(@Nullable HistoryRow row) {
        details.setText(row == null ? "" : row.details());
    }

    private Node filter() {
        var field = new TextField();
        field.setId("history-filter");
        field.setPromptText(Texts.of("history.filter"));
        field.setAccessibleText(Texts.of("history.filter"));
        field.setPrefColumnCount(16);
        field.textProperty().bindBidirectional(model.filterProperty());
        return field;
    }

    private Node copy() {
        var sh = item("copy-sh", Texts.of("history.copy.sh"), Shell.SH);
        var power = item("copy-powershell", Texts.of("history.copy.powershell"), Shell.POWERSHELL);
        var menu = new MenuButton(Texts.of("history.copy"), Icons.of(Feather.COPY), sh, power);
        menu.setId("history-copy");
        menu.setTooltip(new Tooltip(Texts.of("history.copy.tip")));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.disableProperty().bind(model.wholeProperty().not());
        return menu;
    }

    private MenuItem item(String id, String text, Shell shell) {
        var item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> model.script(shell, this::toClipboard));
        return item;
    }

    private void toClipboard(String script) {
        var content = new ClipboardContent();
        content.putString(script);
        Clipboard.getSystemClipboard().setContent(content);
        header.setLine(Texts.of("history.copied", script.lines().count()));
    }

    private Node save() {
        var button = new Button(Texts.of("history.save"), Icons.of(Feather.SAVE));
        button.setId("history-save");
        button.setTooltip(new Tooltip(Texts.of("history.save.tip")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            var chooser = new FileChooser();
            chooser.setTitle(Texts.of("history.save"));
            chooser.setInitialFileName(Texts.of("history.save.name"));
            @Nullable File chosen = chooser.showSaveDialog(getScene().getWindow());
            if (chosen != null) {
                model.save(chosen.toPath());
            }
        });
        return button;
    }

    private TableView<HistoryRow> table() {
        var made = new TableView<>(model.rows());
        made.setId("history");
        made.setAccessibleText(Texts.of("history.title"));
        made.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        made.setPlaceholder(new Label(Texts.of("history.nothing.found")));
        var time = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.getDefault(Locale.Category.FORMAT))
                .withZone(ZoneId.systemDefault());
        made.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("history.time"), 185, row -> time.format(row.began())),
                        Columns.text(Texts.of("history.what"), 210, HistoryRow::what),
                        Columns.number(Texts.of("history.took"), 70, row -> took(row.took())),
                        Columns.text(Texts.of("history.settings"), 400, HistoryRow::settings),
                        Columns.text(Texts.of("history.result"), 320, HistoryRow::result)));
        made.getColumns().getFirst().getStyleClass().add("first-column");
        made.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable HistoryRow row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(FAILED, row != null && row.failed());
            }
        });
        return made;
    }

    private static String took(Duration time) {
        if (time.toSeconds() < 1) {
            return "";
        }
        return time.toMinutes() < 1
                ? Texts.of("history.seconds", time.toSeconds())
                : Texts.of("history.minutes", time.toMinutes(), time.toSecondsPart());
    }
}
