package org.ethotag.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ethotag.file.SmallFile;
import org.ethotag.problem.ProblemException;

/** Small files that commands read whole and write whole. */
final class InputFile {
    /** A tag's flash is smaller by far. */
    private static final long LARGEST_BYTES = 16L << 20;

    private InputFile() {}

    /** @throws ProblemException if the file cannot be read, or is far larger than anything for a tag */
    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new ProblemException(CommandProblem.UNREADABLE, file, "it is far larger than anything for a tag");
            }
            return SmallFile.bytes(file, LARGEST_BYTES);
        } catch (IOException failure) {
            throw new ProblemException(CommandProblem.UNREADABLE, file, failure).causedBy(failure);
        }
    }

    /** Writes a file that must not exist yet. */
    static void create(Path file, byte[] content) {
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException exists) {
            throw new ProblemException(CommandProblem.NOT_WRITTEN, file, "it exists already").causedBy(exists);
        } catch (IOException failure) {
            throw new ProblemException(CommandProblem.NOT_WRITTEN, file, failure).causedBy(failure);
        }
    }
}
