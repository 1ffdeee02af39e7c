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
    private static final Pattern USE = Pattern.compile("Texts\\s*\\.of\\(\\s*\"([^\"]+)\"");

    @Test
    void everyTextThatTheWindowUsesExistsAndNoneIsLeftOver() throws IOException {
        assertThat(used())
                .isEqualTo(new TreeSet<>(ResourceBundle.getBundle("messages.ui").keySet()));
    }

    @Test
    void textsFillTheirPlaces() {
        assertThat(Texts.of("progress.stop", "Import")).isEqualTo("Stop: Import");
    }

    private static TreeSet<String> used() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                USE.matcher(Files.readString(file)).results().forEach(use -> keys.add(use.group(1)));
            }
        }
        return keys;
    }
}
