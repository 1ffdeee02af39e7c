package org.ethotag.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class KeyBookTest {
    private final Map<String, String> memory = new LinkedHashMap<>();
    private final KeyBook book = filled();

    private KeyBook filled() {
        var fresh = new KeyBook(name -> memory.getOrDefault(name, ""), memory::put);
        fresh.add(command("undo", "Undo"), "Ctrl+Z");
        fresh.add(command("redo", "Redo"), "Ctrl+Shift+Z", "Ctrl+Y");
        fresh.add(command("page", "One page on"), "Page Down");
        return fresh;
    }

    private static Command command(String id, String title) {
        return new Command(id, title, new SimpleBooleanProperty(), () -> {});
    }

    @Test
    void aChosenKeyIsRememberedAndTakenFromTheOneThatHadIt() {
        book.give("redo", "Ctrl+Z");
        var later = filled();
        assertThat(later.keysProperty().get().strokes())
                .isEqualTo(Map.of("undo", List.of(), "redo", List.of("Ctrl+Z"), "page", List.of("Page Down")));
        assertThat(later.commandOf("Ctrl+Z").map(Command::id)).hasValue("redo");
        assertThat(later.commandOf("Ctrl+Y")).isEmpty();
        assertThat(later.wasCommand("Ctrl+Y")).isTrue();
    }

    @Test
    void strokesWithBlanksAreRememberedWhole() {
        book.set("page", List.of("Page Up", "Ctrl+Numpad 0"));
        assertThat(filled().keysProperty().get().of("page")).containsExactly("Page Up", "Ctrl+Numpad 0");
    }

    @Test
    void resetGivesBackWhatTheProgramCameWith() {
        var before = book.keysProperty().get();
        book.give("redo", "Ctrl+Z");
        book.resetAll();
        assertThat(book.keysProperty().get()).isEqualTo(before);
        assertThat(filled().keysProperty().get()).isEqualTo(before);
    }

    @Test
    void aStrokeOfTwoCommandsOrOfABehaviourTooIsAClash() {
        book.set("page", List.of("Ctrl+Z"));
        book.set("redo", List.of("G"));
        assertThat(book.keysProperty().get().clashes(Map.of("G", List.of("Grazing"), "W", List.of("Walking"))))
                .containsExactly(
                        new KeyMap.Clash("Ctrl+Z", List.of("undo", "page")),
                        new KeyMap.Clash("G", List.of("redo", "Grazing")));
    }

    @Test
    void aTooltipSaysThePresentKey() {
        var text = book.withKey("undo", new javafx.beans.property.SimpleStringProperty("Undo"));
        assertThat(text.getValue()).isEqualTo("Undo (Ctrl+Z)");
        book.set("undo", List.of("F3"));
        assertThat(text.getValue()).isEqualTo("Undo (F3)");
        book.set("undo", List.of());
        assertThat(text.getValue()).isEqualTo("Undo");
    }

    @Test
    void lettersOfACommandFindItTheBeginsOfWordsFirst() {
        var titles = List.of("Next border", "Next unlabelled stretch", "Split the bout", "Show behaviours");
        assertThat(FuzzyMatch.sorted("nb", titles, t -> t)).first().isEqualTo("Next border");
        assertThat(FuzzyMatch.sorted("shbe", titles, t -> t)).first().isEqualTo("Show behaviours");
        assertThat(FuzzyMatch.sorted("stre", titles, t -> t)).first().isEqualTo("Next unlabelled stretch");
        assertThat(FuzzyMatch.sorted("xyz", titles, t -> t)).isEmpty();
        assertThat(FuzzyMatch.sorted("", titles, t -> t)).isEqualTo(titles);
    }
}
