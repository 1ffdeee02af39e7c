package org.ethotag.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.kordamp.ikonli.feather.Feather;

/** Above all pages: which study is open, the way to another one, help, and the look. */
final class Header extends HBox {
    Header(
            StudyViewModel study,
            StudyCommands commands,
            LanguageChoice language,
            SizeChoice size,
            Supplier<List<Path>> recent,
            ObjectProperty<Look> look,
            Node... more) {
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        var brand = new Label("Ethotag", new Logo(20));
        brand.getStyleClass().add("brand");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(brand, menu(study, commands, recent), badge(study), space);
        getChildren().addAll(more);
        getChildren().addAll(language.menu(), size.menu(), lookButton(look));
    }

    private static Node menu(StudyViewModel study, StudyCommands commands, Supplier<List<Path>> recent) {
        var menu = new MenuButton();
        menu.setId("study-menu");
        menu.getStyleClass().addAll("flat", "study-menu");
        menu.textProperty().bind(study.nameProperty().map(name -> name.isEmpty() ? Texts.of("shell.no.study") : name));
        menu.setOnShowing(_ -> {
            menu.getItems()
                    .setAll(
                            item(Texts.of("shell.new"), Feather.FOLDER_PLUS, commands::create),
                            item(Texts.of("shell.open"), Feather.FOLDER, commands::open),
                            item(Texts.of("shell.sample"), Feather.GIFT, commands::sample));
            if (study.project().isPresent()) {
                menu.getItems().add(item(Texts.of("shell.close"), Feather.HOME, commands::close));
            }
            var folders = recent.get();
            if (!folders.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            for (Path folder : folders) {
                menu.getItems().add(item(folder.getFileName().toString(), Feather.CLOCK, () -> study.open(folder)));
            }
        });
        menu.getItems().setAll(item(Texts.of("shell.new"), Feather.FOLDER_PLUS, commands::create));
        return menu;
    }

    private static MenuItem item(String text, Feather icon, Runnable action) {
        var item = new MenuItem(text, Icons.of(icon));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static Node badge(StudyViewModel study) {
        var badge = new Label(Texts.of("shell.readonly"), Icons.of(Feather.LOCK));
        badge.setId("read-only");
        badge.getStyleClass().add("badge");
        badge.setTooltip(new Tooltip(Texts.of("shell.readonly.why")));
        badge.visibleProperty().bind(study.readOnlyProperty());
        badge.managedProperty().bind(badge.visibleProperty());
        return badge;
    }

    private static Node lookButton(ObjectProperty<Look> look) {
        var button = new Button();
        button.setId("look");
        button.getStyleClass().addAll("flat", "button-icon");
        button.graphicProperty().bind(look.map(l -> Icons.of(icon(l.next()))));
        var text = look.map(l -> Texts.of("shell.look." + l.next().settingName()));
        button.accessibleTextProperty().bind(text);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        button.setTooltip(tooltip);
        button.setOnAction(_ -> look.set(look.get().next()));
        return button;
    }

    private static Feather icon(Look look) {
        return switch (look) {
            case LIGHT -> Feather.CIRCLE;
            case DARK -> Feather.MOON;
            case SUN -> Feather.SUN;
        };
    }
}
