package org.ethotag.ui.theme;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A study that was open.
 *
 * @param folder where it was
 * @param opened when it was opened last, or {@link Instant#EPOCH} if that is not known
 * @param sessions how many recordings it had, or {@link #UNKNOWN}
 */
public record RecentStudy(Path folder, Instant opened, int sessions) {
    /** Nobody counted yet. */
    public static final int UNKNOWN = -1;

    /** What the settings say of one; nothing if they name no folder, and what is unreadable besides is not known. */
    static Optional<RecentStudy> read(String folder, String opened, String sessions) {
        if (folder.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecentStudy(Path.of(folder), instant(opened), count(sessions)));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unknown) {
            return Instant.EPOCH;
        }
    }

    private static int count(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : UNKNOWN;
    }
}
