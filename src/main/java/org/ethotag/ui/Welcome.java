package org.ethotag.ui;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.UserSettings;
import org.kordamp.ikonli.feather.Feather;

/** What the window shows while no study is open: ways to begin on the left, studies that were open on the right. */
final class Welcome extends BorderPane {
    private static final double COLUMN = 440;

    private final UserSettings settings;
    private final RecentList recent;
    private final VBox known;
    private final Node none;

    /** @param beginnings ways to begin, the first one is the one for those who come first */
    Welcome(
            StudyViewModel study,
            Jobs jobs,
            UserSettings settings,
            ObjectProperty<Look> look,
            List<Beginning> beginnings,
            Node... more) {
        this.settings = settings;
        setId("welcome");
        getStyleClass().addAll("page", "welcome");
        recent = new RecentList(jobs, settings, study::open);
        known = new VBox(heading(Texts.of("welcome.recent")), scrolled(recent));
        known.getStyleClass().add("welcome-known");
        VBox.setVgrow(known, Priority.ALWAYS);
        none = none();
        var right = new VBox(known, none, drop());
        right.getStyleClass().add("welcome-column");
        var columns = new HBox(begin(beginnings), right);
        columns.getStyleClass().add("welcome-columns");
        columns.setAlignment(Pos.CENTER);
        for (Node column : columns.getChildren()) {
            ((Region) column).setPrefWidth(COLUMN);
            ((Region) column).setMaxHeight(Region.USE_PREF_SIZE);
        }
        setCenter(columns);
        setBottom(footer(look, more));
        visibleProperty().subscribe(shown -> {
            if (shown) {
                refresh();
            }
        });
    }

    /**
     * A way to begin.
     *
     * @param id of its button
     * @param line what it is good for
     */
    record Beginning(
            String id, Feather icon, ObservableValue<String> title, ObservableValue<String> line, Runnable action) {
        /** One whose words stay. */
        Beginning(String id, Feather icon, String title, String line, Runnable action) {
            this(id, icon, new SimpleStringProperty(title), new SimpleStringProperty(line), action);
        }
    }

    private static VBox begin(List<Beginning> beginnings) {
        var title = new Label(Texts.of("welcome.title"));
        title.getStyleClass().addAll("title-1", "welcome-title");
        var brand = new HBox(new Logo(56), title);
        brand.getStyleClass().add("welcome-brand");
        brand.setAlignment(Pos.CENTER_LEFT);
        var text = new Label(Texts.of("welcome.text"));
        text.getStyleClass().addAll("text-muted", "welcome-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var column = new VBox(brand, text);
        column.getStyleClass().add("welcome-column");
        beginnings.forEach(beginning -> column.getChildren().add(button(beginning)));
        column.getChildren().get(2).getStyleClass().add("accent");
        return column;
    }

    private static Button button(Beginning beginning) {
        var title = new Label();
        title.textProperty().bind(beginning.title());
        title.getStyleClass().add("beginning-title");
        var line = new Label();
        line.textProperty().bind(beginning.line());
        line.getStyleClass().add("beginning-line");
        var words = new HBox(Icons.of(beginning.icon(), "beginning-icon"), new VBox(title, line));
        words.getStyleClass().add("beginning-words");
        words.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, words);
        button.setId(beginning.id());
        button.getStyleClass().add("beginning");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.accessibleTextProperty().bind(beginning.title());
        button.accessibleHelpProperty().bind(beginning.line());
        button.setOnAction(_ -> beginning.action().run());
        return button;
    }

    private static Label heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().add("title-4");
        return heading;
    }

    private static Node scrolled(Node list) {
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setMaxHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Node none() {
        var text = new Label(Texts.of("welcome.none"));
        text.setWrapText(true);
        text.getStyleClass().add("text-muted");
        text.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(heading(Texts.of("welcome.none.title")), text);
        box.setId("welcome-none");
        box.getStyleClass().add("welcome-none");
        return box;
    }

    private static Node drop() {
        var text = new Label(Texts.of("welcome.drop"), Icons.of(Feather.DOWNLOAD));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().addAll("text-muted", "welcome-drop");
        return text;
    }

    private static Node footer(ObjectProperty<Look> look, Node... more) {
        var group = new ToggleGroup();
        var looks = new HBox();
        looks.getStyleClass().add("segments");
        for (Look each : Look.values()) {
            var toggle = new ToggleButton(Texts.of("welcome.look." + each.settingName()));
            toggle.setId("welcome-look-" + each.settingName());
            toggle.setToggleGroup(group);
            toggle.setAccessibleText(Texts.of("shell.look." + each.settingName()));
            toggle.setOnAction(_ -> {
                toggle.setSelected(true);
                look.set(each);
            });
            look.subscribe(now -> toggle.setSelected(now == each));
            toggle.getStyleClass()
                    .add(each == Look.LIGHT ? "left-pill" : each == Look.SUN ? "right-pill" : "center-pill");
            looks.getChildren().add(toggle);
        }
        var footer = new FlowPane(looks);
        footer.getChildren().addAll(more);
        footer.getStyleClass().add("welcome-footer");
        footer.setAlignment(Pos.CENTER);
        return footer;
    }

    private void refresh() {
        boolean any = !settings.recent().isEmpty();
        known.setVisible(any);
        known.setManaged(any);
        none.setVisible(!any);
        none.setManaged(!any);
        recent.refresh();
    }
}
