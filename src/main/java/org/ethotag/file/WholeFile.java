package org.ethotag.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ethotag.problem.ProblemException;

/** Writes a file that appears whole or not at all; what was there before stays until then. */
public final class WholeFile {
    private WholeFile() {}

    /** What writes the text. */
    public interface Content {
        /** Writes all of it. */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes UTF-8 text.
     *
     * @return the file
     * @throws ProblemException if it cannot be written
     */
    public static Path write(Path file, Content content) {
        return whole(file, part -> {
            try (var out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
        });
    }

    /** The same with a text that is there already. */
    public static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with bytes. */
    public static Path write(Path file, byte[] bytes) {
        return whole(file, part -> Files.write(part, bytes));
    }

    /** What fills a file. */
    private interface Filling {
        void fill(Path part) throws IOException;
    }

    private static Path whole(Path file, Filling filling) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                filling.fill(part);
                return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new ProblemException(FileProblem.NOT_WRITTEN, file, failure).causedBy(failure);
        }
    }
}
