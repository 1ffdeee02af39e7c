package org.ethotag.ui;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Magnification;
import org.kordamp.ikonli.feather.Feather;

/** The choice of how large the next start draws everything. */
final class SizeChoice {
    private final Magnification magnification;
    private final Optional<Integer> drawn;
    private final ObjectProperty<Optional<Integer>> chosen;

    SizeChoice(Magnification magnification) {
        this.magnification = magnification;
        drawn = magnification.percent();
        chosen = new SimpleObjectProperty<>(drawn);
    }

    /** Keeps a choice for the next start. */
    void choose(Optional<Integer> percent) {
        magnification.choose(percent);
        chosen.set(percent);
    }

    /** A length of the window that everything drawn larger may have pushed out of the screen. */
    double within(double length, double screen) {
        return drawn.isPresent() ? Math.min(length, screen) : length;
    }

    /** What a choice is called. */
    static String title(Optional<Integer> percent) {
        return percent.map(value -> Texts.of("shell.size.percent", value)).orElse(Texts.of("shell.size.system"));
    }

    /** A lens with the choices; after another choice it says that this needs a new start. */
    MenuButton menu() {
        var menu = new MenuButton();
        menu.setId("size");
        menu.getStyleClass().addAll("flat", "study-menu");
        menu.setGraphic(Icons.of(Feather.ZOOM_IN));
        menu.textProperty().bind(chosen.map(this::waiting));
        menu.setAccessibleText(Texts.of("shell.size"));
        menu.setTooltip(new Tooltip(Texts.of("shell.size")));
        var group = new ToggleGroup();
        menu.getItems().add(item(Optional.empty(), group));
        Magnification.PERCENTS.forEach(percent -> menu.getItems().add(item(Optional.of(percent), group)));
        var note = new MenuItem(Texts.of("shell.size.note"));
        note.setDisable(true);
        menu.getItems().addAll(new SeparatorMenuItem(), note);
        return menu;
    }

    private MenuItem item(Optional<Integer> percent, ToggleGroup group) {
        var item = new RadioMenuItem(title(percent));
        item.setId("size-" + percent.map(String::valueOf).orElse("system"));
        item.setToggleGroup(group);
        item.setOnAction(_ -> choose(percent));
        chosen.subscribe(now -> item.setSelected(percent.equals(now)));
        return item;
    }

    private String waiting(Optional<Integer> percent) {
        return percent.equals(drawn) ? "" : Texts.of("shell.size.waiting", title(percent));
    }
}
