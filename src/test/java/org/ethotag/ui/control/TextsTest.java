package org.ethotag.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/ethotag/ui");
    private static final Pattern USE = Pattern.compile("Texts\\s*\\.of\\(\\s*\"([^\"]+[^\".])\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z.][A-Za-z0-9_.]*)\"");

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

    @Test
    void textsFillTheirPlaces() {
        assertThat(Texts.of("progress.stop", "Import")).isEqualTo("Stop: Import");
    }

    private static TreeSet<String> literals(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(use -> found.add(use.group(1)));
            }
        }
        return found;
    }
}
