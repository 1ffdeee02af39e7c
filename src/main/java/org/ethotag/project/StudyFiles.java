package org.ethotag.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import org.ethotag.problem.ProblemException;

/** Files of a study that are whole or not there at all. */
final class StudyFiles {
    /** Less than one page of a file system is as good as nothing. */
    private static final long FULL_BYTES = 4096;

    private StudyFiles() {}

    /** Writes a new file and waits until the disk has it. */
    static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Waits until the disk has a file that someone else wrote. */
    static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a finished file or folder its name, in one step, on the disk when this returns. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(to.resolveSibling("."));
    }

    /** Waits until the disk has the names in a folder; Windows does that by itself and refuses to be asked. */
    static void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a file or a folder with all that is in it; links are deleted, not followed. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Whether nothing more can be written to the disk of a folder. */
    static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
        } catch (IOException _) {
            return false; // a disk that does not answer is not full
        }
    }

    /** What an exception says, for a text. */
    static String reason(Exception failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    /** What a failure of the file system means to the user. */
    static ProblemException problem(Path folder, IOException failure) {
        var problem = isFull(folder)
                ? new ProblemException(ProjectProblem.DISK_FULL, folder)
                : new ProblemException(ProjectProblem.STORAGE_FAILED, folder, reason(failure));
        return problem.causedBy(failure);
    }
}
