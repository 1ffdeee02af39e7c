package org.ethotag.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The language that the user chose once for all, a word in a small file; without it the system's language counts. It
 * is read when the program starts.
 *
 * @param file holds the code of the language
 */
public record LanguageSetting(Path file) {
    /** More is not a code of a language. */
    private static final long MOST_BYTES = 64;

    /** The setting in the user's folder. */
    public static LanguageSetting in(Path userFolder) {
        return new LanguageSetting(userFolder.resolve("language"));
    }

    /** What was chosen; nothing if that is the system's language, or if the file cannot be understood. */
    public Optional<Language> read() {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Language.tagged(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // costs the choice, never the start
        }
    }

    /**
     * Remembers a choice.
     *
     * @param chosen nothing for the system's language
     */
    public void write(Optional<Language> chosen) throws IOException {
        if (chosen.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, chosen.get().tag() + "\n");
    }
}
