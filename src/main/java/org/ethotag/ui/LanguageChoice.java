package org.ethotag.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.ethotag.language.Language;
import org.ethotag.language.LanguageSetting;
import org.ethotag.language.StartLanguage;
import org.ethotag.problem.ProblemException;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.problem.UiProblem;
import org.kordamp.ikonli.feather.Feather;

/** The choice of the language that the next start speaks; nodes that are made already keep their texts. */
final class LanguageChoice {
    /**
     * What can be chosen.
     *
     * @param id for the ids of controls and commands
     * @param name in its own language
     * @param language nothing for the system's
     */
    record Choice(String id, String name, Optional<Language> language) {}

    private final LanguageSetting setting;
    private final Consumer<Throwable> problems;
    private final Language spoken = Language.of(Locale.getDefault());
    private final List<Choice> choices;
    private final ObjectProperty<Choice> chosen;

    LanguageChoice(LanguageSetting setting, Consumer<Throwable> problems) {
        this.setting = setting;
        this.problems = problems;
        var all = new ArrayList<Choice>();
        all.add(new Choice(StartLanguage.SYSTEM, Texts.of("shell.language.system"), Optional.empty()));
        for (var one : Language.values()) {
            all.add(new Choice(one.tag(), one.ownName(), Optional.of(one)));
        }
        choices = List.copyOf(all);
        var kept = setting.read();
        chosen = new SimpleObjectProperty<>(choices.stream()
                .filter(choice -> choice.language().equals(kept))
                .findFirst()
                .orElseThrow());
    }

    List<Choice> choices() {
        return choices;
    }

    /** Keeps a choice for the next start. */
    void choose(Choice choice) {
        try {
            setting.write(choice.language());
            chosen.set(choice);
        } catch (IOException failure) {
            problems.accept(
                    new ProblemException(UiProblem.LANGUAGE_NOT_KEPT, setting.file(), failure).causedBy(failure));
        }
    }

    /** A globe with the choices; after a choice of another language it says that this needs a new start. */
    MenuButton menu() {
        var menu = new MenuButton();
        menu.setId("language");
        menu.getStyleClass().addAll("flat", "study-menu");
        menu.setGraphic(Icons.of(Feather.GLOBE));
        menu.textProperty().bind(chosen.map(this::waiting));
        menu.setAccessibleText(Texts.of("shell.language"));
        menu.setTooltip(new Tooltip(Texts.of("shell.language")));
        var group = new ToggleGroup();
        for (var choice : choices) {
            var item = new RadioMenuItem(choice.name());
            item.setId("language-" + choice.id());
            item.setToggleGroup(group);
            item.setOnAction(_ -> choose(choice));
            chosen.subscribe(now -> item.setSelected(choice.equals(now)));
            menu.getItems().add(item);
        }
        var note = new MenuItem(Texts.of("shell.language.note"));
        note.setDisable(true);
        menu.getItems().addAll(new SeparatorMenuItem(), note);
        return menu;
    }

    private String waiting(Choice choice) {
        return choice.language().filter(language -> language != spoken).isEmpty()
                ? ""
                : Texts.of("shell.language.waiting", choice.name());
    }
}
