package org.ethotag.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ethotag.job.JobMonitor;
import org.ethotag.language.Language;
import org.ethotag.language.Messages;
import org.ethotag.language.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/ethotag/ui");
    private static final Path PROGRAM = Path.of("src/main/java/org/ethotag");
    private static final Pattern DOING = Pattern.compile(
            "(?:\\.doing\\((?:[^()\";]|\\([^()]*(?:\\([^()]*\\))?[^()]*\\))*,|JobMonitor\\.TEXTS,)\\s*\"([^\"]+)\"");
    private static final Pattern UNTRANSLATED_DOING = Pattern.compile("\\.progress\\([^;]*?,\\s*(\"[A-Z][^\";]*\")");
    private static final Pattern IN_PICTURES = Pattern.compile(
            "\"((?:protocol|provenance)\\.[A-Za-z.]*|(?:actogram|agreement|bouts|budget|range|shift|transitions"
                    + "|unlabelled|unrecorded)(?:\\.[A-Za-z.]+)?)\"");
    private static final Pattern USE = Pattern.compile("Texts\\s*\\.of\\(\\s*\"([^\"]+[^\".])\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z.][A-Za-z0-9_.]*)\"");

    /** Names, and words that both languages write alike. */
    private static final Set<String> SAME_IN_SPANISH = Set.of(
            "Animal",
            "ECE",
            "Ethotag",
            "Firmware",
            "Flash",
            "GRU",
            "MCC",
            "MCC {0}",
            "Matrices",
            "Radio, mA",
            "SQNR",
            "Sensor, \u00b5A",
            "firmware {0}",
            "hardware",
            "logits",
            "tensor",
            "{0} bits",
            "{0} min");

    @Test
    void jobsSayWhatThereIsAWordForAndNothingElse() throws IOException {
        assertThat(literals(PROGRAM, DOING))
                .isEqualTo(Messages.of(JobMonitor.TEXTS).keySet());
    }

    @Test
    void whatJobsDoIsNotSaidInTheirCode() throws IOException {
        assertThat(literals(PROGRAM, UNTRANSLATED_DOING)).isEmpty();
    }

    @Test
    void picturesOfResultsSayWhatThereIsAWordFor() throws IOException {
        var said = literals(PROGRAM.resolve("workflow/result"), IN_PICTURES);
        assertThat(Messages.of("results").keySet())
                .containsAll(said.stream().filter(key -> !key.endsWith(".")).toList());
        assertThat(Messages.of("results").keySet())
                .allMatch(key -> said.contains(key)
                        || said.stream().anyMatch(beginning -> beginning.endsWith(".") && key.startsWith(beginning)));
    }

    @Test
    void everyTextThatTheWindowAsksForExists() throws IOException {
        assertThat(ResourceBundle.getBundle("messages.ui").keySet()).containsAll(literals(USE));
    }

    /** A key may be put together: from a beginning that ends with a dot, or with an ending that starts with one. */
    @Test
    void noTextIsLeftOver() throws IOException {
        var literals = literals(LITERAL);
        var beginnings = literals.stream().filter(text -> text.endsWith(".")).toList();
        var endings = literals.stream().filter(text -> text.startsWith(".")).toList();
        assertThat(ResourceBundle.getBundle("messages.ui").keySet())
                .allMatch(key -> literals.contains(key)
                        || beginnings.stream().anyMatch(key::startsWith)
                        || endings.stream()
                                .anyMatch(ending -> key.endsWith(ending)
                                        && literals.contains(key.substring(0, key.length() - ending.length()))));
    }

    /** Whoever adds a text adds it in every language; see the words on top of {@code ui_es.properties}. */
    @ParameterizedTest
    @MethodSource("files")
    void aFileSaysTheSameInEveryLanguage(String name) throws IOException {
        for (var language : Language.values()) {
            if (language != Language.ENGLISH) {
                assertThat(Translation.of(name, language).faults(SAME_IN_SPANISH))
                        .isEmpty();
            }
        }
    }

    private static List<String> files() throws IOException {
        return Translation.names();
    }

    @Test
    void textsFillTheirPlaces() {
        assertThat(Texts.of("progress.stop", "Import")).isEqualTo("Stop: Import");
    }

    private static TreeSet<String> literals(Pattern pattern) throws IOException {
        return literals(SOURCES, pattern);
    }

    private static TreeSet<String> literals(Path sources, Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(use -> found.add(use.group(1)));
            }
        }
        return found;
    }
}
