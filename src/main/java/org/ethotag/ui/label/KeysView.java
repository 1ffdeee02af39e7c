package org.ethotag.ui.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.label.Behaviour;
import org.ethotag.ui.control.Command;
import org.ethotag.ui.control.FuzzyMatch;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.KeyCap;
import org.ethotag.ui.control.KeyMap;
import org.ethotag.ui.control.Strokes;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The keys of all commands: what clashes, a field to find a command, and a new key for it by pressing that key. */
final class KeysView extends VBox {
    static final String ID = "keys";

    private final LabelViewModel model;
    private final KeyBook book;
    private final TextField find = new TextField();
    private final VBox rows = new VBox();
    private final Label status = new Label();
    /** Id of the command that waits for its key, and the stroke that must be pressed again to take it from another. */
    private final ObjectProperty<Waiting> waiting = new SimpleObjectProperty<>(Waiting.FOR_NOTHING);

    private record Waiting(String command, String taken) {
        static final Waiting FOR_NOTHING = new Waiting("", "");
    }

    /** @param saveSheet asks where the printable page goes and saves it */
    KeysView(LabelViewModel model, KeyBook book, Runnable saveSheet) {
        this.model = model;
        this.book = book;
        getStyleClass().add("side-page");
        var title = new Label(Texts.of("keys.title"));
        title.getStyleClass().add("title-4");
        find.setId("keys-find");
        find.setPromptText(Texts.of("keys.find"));
        find.setAccessibleText(Texts.of("keys.find"));
        find.textProperty().subscribe(this::refresh);
        status.setWrapText(true);
        status.setMinHeight(Region.USE_PREF_SIZE);
        status.setId("keys-status");
        status.getStyleClass().add("side-note");
        status.managedProperty().bind(status.textProperty().isEmpty().not());
        rows.getStyleClass().add("key-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("palette-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var sheet = button("keys-sheet", Texts.of("keys.save"), Feather.PRINTER, saveSheet);
        var reset = button("keys-reset", Texts.of("keys.reset.all"), Feather.ROTATE_CCW, book::resetAll);
        var buttons = new HBox(sheet, reset);
        buttons.getStyleClass().add("side-buttons");
        getChildren().addAll(title, find, status, scroll, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        book.keysProperty().subscribe(this::refresh);
        model.ethogramProperty().subscribe(this::refresh);
        waiting.subscribe(this::refresh);
        sceneProperty().subscribe(this::refresh);
    }

    private static Button button(String id, String text, Feather icon, Runnable action) {
        var button = new Button(text, Icons.of(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** The stroke of a behaviour's key. */
    static String stroke(Behaviour behaviour) {
        return behaviour.key().toUpperCase(Locale.ROOT);
    }

    private Map<String, List<String>> behaviourKeys() {
        var keys = new LinkedHashMap<String, List<String>>();
        for (Behaviour behaviour : model.ethogramProperty().get().behaviours()) {
            if (!behaviour.key().isEmpty()) {
                keys.computeIfAbsent(stroke(behaviour), _ -> new ArrayList<>()).add(behaviour.name());
            }
        }
        return keys;
    }

    /** Only what is seen: each of a hundred commands that the start adds would make all rows anew. */
    private void refresh() {
        if (getScene() == null) {
            return;
        }
        var found = FuzzyMatch.sorted(find.getText(), book.commands(), Command::title);
        var clashes = book.keysProperty().get().clashes(behaviourKeys());
        var nodes = new ArrayList<Node>();
        clashes.forEach(clash -> nodes.add(clash(clash)));
        found.forEach(command -> nodes.add(row(command)));
        rows.getChildren().setAll(nodes);
        if (!waiting.get().command().isEmpty()) {
            requestFocus();
        }
    }

    private Node clash(KeyMap.Clash clash) {
        var names = clash.owners().stream()
                .map(owner -> book.command(owner).map(Command::title).orElse(owner))
                .collect(Collectors.joining(", "));
        var label = new Label(
                Texts.of("keys.clash", Strokes.title(clash.stroke()), names),
                Icons.of(Feather.ALERT_TRIANGLE, "warning-icon"));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("side-note");
        return label;
    }

    private Node row(Command command) {
        var title = new Label(command.title());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var strokes = book.keysProperty().get().of(command.id());
        boolean asked = waiting.get().command().equals(command.id());
        var caps = new VBox();
        caps.getStyleClass().add("key-caps");
        caps.setAlignment(Pos.CENTER_RIGHT);
        if (asked) {
            caps.getChildren().add(new Label(Texts.of("keys.press")));
        } else if (strokes.isEmpty()) {
            caps.getChildren().add(new Label("\u2013"));
        } else {
            strokes.forEach(stroke -> caps.getChildren().add(new KeyCap(stroke)));
        }
        var change = new Button(null, caps);
        change.setId("key-" + command.id());
        change.getStyleClass().addAll("flat", "key-button");
        change.setAccessibleText(Texts.of("keys.change", command.title(), Strokes.titles(strokes)));
        change.setTooltip(new Tooltip(Texts.of("keys.change.tooltip")));
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(_ -> {
            status.setText(Texts.of("keys.waiting", command.title()));
            waiting.set(new Waiting(command.id(), ""));
        });
        var line = new HBox(title, change);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("key-row");
        return line;
    }

    private void key(KeyEvent event) {
        var now = waiting.get();
        var stroke = Strokes.of(event);
        if (now.command().isEmpty() || stroke.isEmpty()) {
            return;
        }
        event.consume();
        var command = book.command(now.command()).orElseThrow();
        var owners = owners(stroke, now.command());
        if (stroke.equals("Backspace")) {
            book.set(now.command(), List.of());
            end(Texts.of("keys.removed", command.title()));
        } else if (stroke.equals("Esc")) {
            end("");
        } else if (!owners.isEmpty() && !now.taken().equals(stroke)) {
            status.setText(Texts.of("keys.taken", Strokes.title(stroke), owners));
            waiting.set(new Waiting(now.command(), stroke));
        } else {
            book.give(now.command(), stroke);
            end(Texts.of("keys.given", Strokes.title(stroke), command.title()));
        }
    }

    private String owners(String stroke, String except) {
        var names = new ArrayList<>(behaviourKeys().getOrDefault(stroke, List.of()));
        book.commandOf(stroke).filter(c -> !c.id().equals(except)).ifPresent(c -> names.add(c.title()));
        return String.join(", ", names);
    }

    private void end(String text) {
        status.setText(text);
        waiting.set(Waiting.FOR_NOTHING);
    }
}
