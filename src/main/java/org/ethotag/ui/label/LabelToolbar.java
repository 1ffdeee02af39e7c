package org.ethotag.ui.label;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ethotag.ui.control.Command;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.trace.Playback;
import org.kordamp.ikonli.feather.Feather;

/** Above the trace: session, track, whether all is saved, and buttons of the commands that are needed most. */
final class LabelToolbar extends HBox {
    private final LabelViewModel model;
    private final KeyBook book;
    private final Runnable leave;

    /** @param leave gives the keyboard back to the trace */
    LabelToolbar(LabelViewModel model, StudyViewModel study, KeyBook book, Runnable leave) {
        this.model = model;
        this.book = book;
        this.leave = leave;
        getStyleClass().add("page-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new SessionChooser(study, model.blinding()),
                        track(),
                        blind(),
                        space,
                        saved(),
                        new Separator(Orientation.VERTICAL),
                        tool(
                                "undo",
                                Feather.CORNER_UP_LEFT,
                                model.undoNameProperty().map(name -> Texts.of("label.undo.named", name))),
                        tool(
                                "redo",
                                Feather.CORNER_UP_RIGHT,
                                model.redoNameProperty().map(name -> Texts.of("label.redo.named", name))),
                        new Separator(Orientation.VERTICAL),
                        play(),
                        speed(),
                        new Separator(Orientation.VERTICAL),
                        tool("previous-border", Feather.CHEVRON_LEFT),
                        tool("next-border", Feather.CHEVRON_RIGHT),
                        tool("next-unlabelled", Feather.SKIP_FORWARD),
                        new Separator(Orientation.VERTICAL),
                        tool("zoom-in", Feather.ZOOM_IN),
                        tool("zoom-out", Feather.ZOOM_OUT),
                        tool("zoom-whole", Feather.MAXIMIZE_2));
    }

    private Button tool(String name, Feather icon) {
        return tool(name, icon, new SimpleStringProperty(title(name)));
    }

    private String title(String name) {
        return command(name).map(Command::title).orElse("");
    }

    private Optional<Command> command(String name) {
        return book.command("label." + name);
    }

    private Button tool(String name, Feather icon, ObservableValue<String> text) {
        var button = new Button("", Icons.of(icon));
        button.setId(name);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setFocusTraversable(false);
        var words = book.withKey("label." + name, text);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(words);
        command(name).ifPresent(command -> {
            button.disableProperty().bind(command.off());
            button.setOnAction(_ -> {
                command.run();
                leave.run();
            });
        });
        return button;
    }

    private Node play() {
        var button = tool("play", Feather.PLAY);
        button.graphicProperty()
                .bind(model.playback()
                        .playingProperty()
                        .map(playing -> Icons.of(playing ? Feather.PAUSE : Feather.PLAY)));
        return button;
    }

    private Node speed() {
        var button = new Button();
        button.setId("speed");
        button.getStyleClass().addAll("flat", "speed");
        button.setFocusTraversable(false);
        var text = model.playback()
                .speedProperty()
                .map(speed -> String.format(
                        Locale.ROOT,
                        "%s\u00d7",
                        speed.doubleValue() >= 1
                                ? String.valueOf(Math.round(speed.doubleValue()))
                                : String.valueOf(speed.doubleValue())));
        button.textProperty().bind(text);
        button.accessibleTextProperty().bind(text.map(t -> Texts.of("label.speed", t)));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text.map(t -> Texts.of("label.speed", t)));
        button.setTooltip(tooltip);
        button.setOnAction(_ -> {
            var speed = model.playback().speedProperty();
            speed.set(speed.get() >= Playback.FASTEST ? Playback.SLOWEST : speed.get() * 2);
            leave.run();
        });
        return button;
    }

    private Node track() {
        var label = new Label();
        label.setId("active-track");
        label.getStyleClass().add("active-track");
        label.setGraphic(Icons.of(Feather.LAYERS));
        label.textProperty().bind(model.tracks().activeProperty());
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(Texts.of("tracks.active")));
        var several = Bindings.createBooleanBinding(
                () -> model.tracks().names().size() > 1, model.tracks().tracksProperty());
        label.visibleProperty().bind(several);
        label.managedProperty().bind(several);
        return label;
    }

    private Node blind() {
        var badge = new Label(Texts.of("label.blind"), Icons.of(Feather.EYE_OFF));
        badge.setId("blind-badge");
        badge.getStyleClass().add("badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.setTooltip(new Tooltip(Texts.of("tracks.blind.why")));
        badge.visibleProperty().bind(model.blinding().blindProperty());
        badge.managedProperty().bind(badge.visibleProperty());
        return badge;
    }

    private Node saved() {
        var label = new Label();
        label.setId("save-state");
        label.getStyleClass().add("save-state");
        label.setMinWidth(Region.USE_PREF_SIZE);
        model.saveStateProperty().subscribe(state -> {
            label.setText(
                    switch (state) {
                        case SAVED -> Texts.of("label.saved");
                        case SAVING -> Texts.of("label.saving");
                        case FAILED -> Texts.of("label.failed");
                        case READ_ONLY -> Texts.of("label.readonly");
                    });
            label.setGraphic(Icons.of(
                    switch (state) {
                        case SAVED -> Feather.CHECK_CIRCLE;
                        case SAVING -> Feather.LOADER;
                        case FAILED -> Feather.ALERT_CIRCLE;
                        case READ_ONLY -> Feather.LOCK;
                    }));
            label.getStyleClass()
                    .setAll("label", "save-state", "save-" + state.name().toLowerCase(Locale.ROOT));
        });
        return label;
    }
}
