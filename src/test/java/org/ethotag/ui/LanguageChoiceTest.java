package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.ethotag.language.Language;
import org.ethotag.language.LanguageSetting;
import org.ethotag.language.Spoken;
import org.ethotag.problem.ProblemException;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.problem.UiProblem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.LOCALE)
class LanguageChoiceTest {
    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Windows.start();
    }

    private LanguageChoice choice() {
        return new LanguageChoice(LanguageSetting.in(folder), problems::add);
    }

    @Test
    void aLanguageThatIsChosenIsKeptAndSaysThatItWaitsForTheNextStart() throws Exception {
        var said = Spoken.in(
                Locale.UK,
                Language.ENGLISH,
                () -> Windows.onFx(() -> {
                    var menu = choice().menu();
                    fire(menu.getItems(), "language-es");
                    return menu.getText();
                }));
        assertThat(said).isEqualTo("Espa\u00f1ol from the next start on");
        assertThat(LanguageSetting.in(folder).read()).contains(Language.SPANISH);
    }

    @Test
    void theLanguageThatIsSpokenWaitsForNothing() throws Exception {
        var said = Spoken.in(
                Locale.UK,
                Language.SPANISH,
                () -> Windows.onFx(() -> {
                    var menu = choice().menu();
                    fire(menu.getItems(), "language-es");
                    return menu.getText();
                }));
        assertThat(said).isEmpty();
    }

    @Test
    void theMenuBeginsWithWhatWasChosenBefore() throws IOException {
        LanguageSetting.in(folder).write(Optional.of(Language.SPANISH));
        var marked = Windows.onFx(() -> choice().menu().getItems().stream()
                .filter(item -> item instanceof RadioMenuItem radio && radio.isSelected())
                .map(MenuItem::getId)
                .toList());
        assertThat(marked).containsExactly("language-es");
    }

    @Test
    void aChoiceThatCannotBeKeptIsAProblemAndChangesNothing() throws IOException {
        Files.createDirectory(folder.resolve("language"));
        Windows.onFx(() -> {
            var choice = choice();
            choice.choose(choice.choices().get(2));
            return choice;
        });
        assertThat(problems)
                .singleElement()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(UiProblem.LANGUAGE_NOT_KEPT));
        assertThat(LanguageSetting.in(folder).read()).isEmpty();
    }

    private static void fire(List<MenuItem> items, String id) {
        items.stream().filter(item -> id.equals(item.getId())).forEach(MenuItem::fire);
    }
}
