package org.ethotag.ui.label;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.project.Project;
import org.ethotag.project.TrackInfo;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The tracks of the session: which is edited, which are shown below it; new ones, copies, and those that were removed. */
final class TracksPane extends VBox {
    static final String ID = "tracks";

    private final LabelViewModel model;
    private final TrackList tracks;
    private final VBox rows = new VBox();
    private final TextField name = new TextField();
    private String renaming = "";

    TracksPane(LabelViewModel model) {
        this.model = model;
        tracks = model.tracks();
        getStyleClass().add("side-page");
        var title = new Label(Texts.of("tracks.title"));
        title.getStyleClass().add("title-4");
        rows.getStyleClass().add("side-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("palette-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var note = new Label(Texts.of("tracks.note"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("text-muted");
        getChildren().addAll(title, scroll, note, adder(), blind());
        tracks.tracksProperty().subscribe(this::refresh);
        tracks.hiddenProperty().subscribe(this::refresh);
        model.blinding().blindProperty().subscribe(this::refresh);
        model.readyProperty().subscribe(this::refresh);
    }

    private void refresh() {
        var now = tracks.tracksProperty().get();
        boolean blind = model.blinding().blindProperty().get();
        var group = new ToggleGroup();
        var nodes = new ArrayList<Node>();
        if (model.readyProperty().get()) {
            now.there().stream()
                    .filter(info -> !blind || info.name().equals(now.active()))
                    .forEach(info -> nodes.add(
                            info.name().equals(renaming)
                                    ? renamer(info.name())
                                    : row(info, now.track(info.name()).orElse(LabelTrack.empty(info.name())), group)));
            if (blind && now.there().size() > 1) {
                nodes.add(muted(Texts.of("tracks.blind.hidden", now.there().size() - 1)));
            }
            if (!blind) {
                now.removed().forEach(info -> nodes.add(removed(info)));
            }
        }
        rows.getChildren().setAll(nodes);
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("text-muted");
        return label;
    }

    private Node row(TrackInfo info, LabelTrack labels, ToggleGroup group) {
        var active = info.name().equals(tracks.activeProperty().get());
        var radio = new RadioButton(info.name());
        radio.setId("track-" + info.name());
        radio.setToggleGroup(group);
        radio.setSelected(active);
        radio.setMnemonicParsing(false);
        radio.setMaxWidth(Double.MAX_VALUE);
        radio.setTooltip(new Tooltip(Texts.of("tracks.edit", info.name())));
        radio.setAccessibleText(Texts.of("tracks.edit", info.name()));
        radio.setOnAction(_ -> tracks.choose(info.name()));
        HBox.setHgrow(radio, Priority.ALWAYS);
        var facts = muted(Texts.of(
                labels.comments().isEmpty() ? "tracks.facts" : "tracks.facts.comments",
                Texts.of("tracks.kind." + kind(info.kind())),
                Numbers.count(labels.bouts().size()),
                Numbers.count(labels.comments().size())));
        facts.getStyleClass().add("track-facts");
        var line = new HBox(radio, eye(info.name(), active), menu(info));
        line.setAlignment(Pos.CENTER_LEFT);
        var row = new VBox(line, facts);
        row.getStyleClass().add("track-row");
        return row;
    }

    private static String kind(TrackKind kind) {
        return switch (kind) {
            case EXCLUSIVE -> "exclusive";
            case OVERLAPPING -> "overlapping";
        };
    }

    private Node eye(String track, boolean active) {
        boolean shown = active || !tracks.hiddenProperty().get().contains(track);
        var eye = new Button("", Icons.of(shown ? Feather.EYE : Feather.EYE_OFF));
        eye.setId("show-" + track);
        eye.getStyleClass().addAll("flat", "button-icon", "small");
        eye.setDisable(active);
        var text = Texts.of(shown ? "tracks.hide" : "tracks.show", track);
        eye.setTooltip(new Tooltip(text));
        eye.setAccessibleText(text);
        eye.setOnAction(_ -> tracks.setShown(track, !shown));
        return eye;
    }

    private Node menu(TrackInfo info) {
        var menu = new MenuButton("", Icons.of(Feather.MORE_VERTICAL));
        menu.setId("track-menu-" + info.name());
        menu.getStyleClass().addAll("flat", "button-icon", "small", "no-arrow");
        menu.setAccessibleText(Texts.of("tracks.menu", info.name()));
        menu.setOnShowing(_ -> menu.getItems().setAll(items(info)));
        menu.getItems().setAll(items(info));
        return menu;
    }

    private List<MenuItem> items(TrackInfo info) {
        var items = new ArrayList<MenuItem>();
        var marked = model.trace().selectionProperty().get();
        long length = model.trace().source().map(s -> s.length()).orElse(0L);
        var range = marked.isEmpty() ? new SampleRange(0, length) : marked;
        for (String other : tracks.names()) {
            boolean hidden = model.blinding().blindProperty().get();
            if (!other.equals(info.name()) && !hidden) {
                var text = Texts.of(marked.isEmpty() ? "tracks.copy.whole" : "tracks.copy.marked", other);
                items.add(item(text, Feather.COPY, () -> tracks.copy(info.name(), other, range)));
            }
        }
        if (!info.name().equals(Project.MAIN_TRACK)) {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.add(item(Texts.of("tracks.rename"), Feather.EDIT_2, () -> {
                renaming = info.name();
                refresh();
            }));
            items.add(item(Texts.of("tracks.remove"), Feather.TRASH_2, () -> tracks.remove(info.name())));
        }
        if (items.isEmpty()) {
            var nothing = new MenuItem(Texts.of("tracks.menu.nothing"));
            nothing.setDisable(true);
            items.add(nothing);
        }
        return items;
    }

    private static MenuItem item(String text, Feather icon, Runnable action) {
        var item = new MenuItem(text, Icons.of(icon));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Node renamer(String track) {
        var field = new TextField(track);
        field.setId("rename-track");
        field.setAccessibleText(Texts.of("tracks.rename"));
        field.setOnAction(_ -> {
            renaming = "";
            tracks.rename(track, field.getText());
            refresh();
        });
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                renaming = "";
                refresh();
            }
        });
        field.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                field.requestFocus();
            }
        });
        return field;
    }

    private Node removed(TrackInfo info) {
        var label = muted(Texts.of("tracks.removed", info.name(), Numbers.count(info.bouts())));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var back = new Button("", Icons.of(Feather.CORNER_UP_LEFT));
        back.getStyleClass().addAll("flat", "button-icon", "small");
        back.setTooltip(new Tooltip(Texts.of("tracks.restore", info.name())));
        back.setAccessibleText(Texts.of("tracks.restore", info.name()));
        back.setOnAction(_ -> tracks.bringBack(info));
        var line = new HBox(label, back);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("track-row");
        return line;
    }

    private Node adder() {
        name.setId("new-track");
        name.setPromptText(Texts.of("tracks.new"));
        name.setAccessibleText(Texts.of("tracks.new"));
        HBox.setHgrow(name, Priority.ALWAYS);
        var overlapping = new CheckBox(Texts.of("tracks.new.overlapping"));
        overlapping.setId("new-track-overlapping");
        overlapping.setTooltip(new Tooltip(Texts.of("tracks.new.overlapping.why")));
        var add = new Button("", Icons.of(Feather.PLUS));
        add.setId("add-track");
        add.setAccessibleText(Texts.of("tracks.new"));
        add.setTooltip(new Tooltip(Texts.of("tracks.new")));
        add.disableProperty().bind(name.textProperty().map(String::isBlank));
        Runnable adding = () -> {
            tracks.add(name.getText(), overlapping.isSelected() ? TrackKind.OVERLAPPING : TrackKind.EXCLUSIVE);
            name.clear();
        };
        name.setOnAction(_ -> adding.run());
        add.setOnAction(_ -> adding.run());
        var line = new HBox(name, add);
        line.getStyleClass().add("palette-add");
        var box = new VBox(line, overlapping);
        box.getStyleClass().add("side-fields");
        return box;
    }

    private Node blind() {
        var box = new CheckBox(Texts.of("tracks.blind"));
        box.setId("blind");
        box.setTooltip(new Tooltip(Texts.of("tracks.blind.why")));
        box.selectedProperty().bindBidirectional(model.blinding().blindProperty());
        var line = new VBox(box);
        line.getStyleClass().add("side-fields");
        return line;
    }
}
