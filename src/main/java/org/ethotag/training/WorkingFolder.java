package org.ethotag.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethotag.problem.ProblemException;

/**
 * A temporary folder for folds and their workers. It is deleted when it is closed; what a killed program left is deleted
 * when the next one is made. A lock on a file inside says that its program lives: the system gives it back however the
 * program ends, and unlike a process number it cannot belong to somebody else later. The number in the folder's name only
 * keeps a program off its own folders: to open and close a locked file would unlock it.
 */
final class WorkingFolder implements AutoCloseable {
    private static final String PREFIX = "ethotag-folds-";
    private static final String LOCK = "in-use";

    private final Path path;
    private final FileLock lock;

    private WorkingFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * A fresh folder beside the system's other temporary ones.
     *
     * @throws ProblemException if it cannot be made
     */
    static WorkingFolder create() {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static WorkingFolder in(Path parent) {
        try {
            for (Path left : leftBehind(parent)) {
                deleteIfAbandoned(left);
            }
            var path = Files.createTempDirectory(parent, ownPrefix());
            var lock = locked(path.resolve(LOCK), StandardOpenOption.CREATE_NEW);
            return new WorkingFolder(path, lock.orElseThrow(() -> new IOException("the fresh folder is in use")));
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNWRITABLE, parent, failure).causedBy(failure);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.channel().close();
            delete(path);
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNWRITABLE, path, failure).causedBy(failure);
        }
    }

    private static List<Path> leftBehind(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> isOfAnotherProgram(file.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean isOfAnotherProgram(String name) {
        return name.startsWith(PREFIX) && !name.startsWith(ownPrefix());
    }

    private static String ownPrefix() {
        return PREFIX + ProcessHandle.current().pid() + "-";
    }

    /** A folder without a lock file is one that is just being made, or somebody else's. */
    private static void deleteIfAbandoned(Path folder) {
        var file = folder.resolve(LOCK);
        try {
            if (Files.isWritable(file) && !isInUse(file)) {
                delete(folder);
            }
        } catch (IOException inTheWay) {
            // another program deletes it at the same moment; else it is tried again next time
        }
    }

    private static boolean isInUse(Path file) throws IOException {
        var lock = locked(file, StandardOpenOption.WRITE);
        if (lock.isPresent()) {
            lock.get().channel().close();
        }
        return lock.isEmpty();
    }

    private static Optional<FileLock> locked(Path file, StandardOpenOption how) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.WRITE, how);
        var lock = Optional.ofNullable(channel.tryLock());
        if (lock.isEmpty()) {
            channel.close();
        }
        return lock;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
