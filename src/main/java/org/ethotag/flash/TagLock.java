package org.ethotag.flash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A tag that is ours for now: other jobs, here and in other programs, keep off it until this is closed. */
record TagLock(FileChannel channel) implements AutoCloseable {
    /**
     * Takes a tag.
     *
     * @param file that stands for it, made if it is missing
     * @throws ProblemException {@link FlashProblem#TAG_IN_USE}
     */
    static TagLock take(Path file, String serial) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new ProblemException(FlashProblem.TAG_IN_USE, serial);
        }
        return new TagLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // another job of this program has it
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
