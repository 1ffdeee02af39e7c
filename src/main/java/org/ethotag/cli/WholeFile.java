package org.ethotag.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ethotag.problem.ProblemException;

/** Writes a file that appears whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    /** What writes the text. */
    interface Content {
        /** Writes all of it. */
        void writeTo(Writer out) throws IOException;
    }

    /** @throws ProblemException if the file cannot be written; what was there before is untouched then */
    static void write(Path file, Content content) {
        whole(file, part -> {
            try (var out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
        });
    }

    /** The same with bytes. */
    static void write(Path file, byte[] bytes) {
        whole(file, part -> Files.write(part, bytes));
    }

    /** What fills a file. */
    private interface Filling {
        void fill(Path part) throws IOException;
    }

    private static void whole(Path file, Filling filling) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                filling.fill(part);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new ProblemException(CommandProblem.NOT_WRITTEN, file, failure).causedBy(failure);
        }
    }
}
