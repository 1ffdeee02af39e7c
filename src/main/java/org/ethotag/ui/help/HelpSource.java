package org.ethotag.ui.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Where files of the guide come from. */
@FunctionalInterface
interface HelpSource {
    /** No page and no picture of the guide is larger. */
    int LARGEST_BYTES = 8 << 20;

    /**
     * The content of a file.
     *
     * @param path below the folder of pages, or beside it with one {@code ../}
     */
    Optional<byte[]> read(String path);

    /** What lies beside the classes. */
    static HelpSource packaged() {
        return path -> {
            var name = path.startsWith("../") ? path.substring(3) : "markdown/" + path;
            try (var stream = HelpSource.class.getResourceAsStream("/org/ethotag/help/" + name)) {
                return stream == null ? Optional.empty() : Optional.of(stream.readNBytes(LARGEST_BYTES));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        };
    }
}
