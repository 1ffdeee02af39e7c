package org.ethotag.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ethotag.problem.ProblemException;

/**
 * The traces of a study: one binary file per session in one folder. A trace appears whole or not at all; what a killed
 * program left half-written is removed when the store opens. One thread at a time may write.
 */
public final class RecordingStore {
    /** What the names of unfinished files end with. */
    static final String TEMPORARY_ENDING = ".part";

    private static final String ENDING = ".trace";
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,199}");

    private final Path folder;
    private final FingerprintIndex index = new FingerprintIndex();

    /** Opens the store, making its folder if it is not there. */
    public RecordingStore(Path tracesFolder) {
        this.folder = tracesFolder;
        try {
            Files.createDirectories(folder);
            removeLeftovers();
        } catch (IOException failure) {
            throw new ProblemException(
                            RecordingProblem.CANNOT_WRITE_TRACE, folder, String.valueOf(failure.getMessage()))
                    .causedBy(failure);
        }
    }

    /** Opens a trace; the caller closes it. */
    public Recording open(String sessionId) {
        var file = file(sessionId);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(RecordingProblem.NO_SUCH_TRACE, sessionId, file);
        }
        requireOwn(file);
        return Recording.open(file);
    }

    /** Starts a new trace; the caller finishes or closes it. */
    public TraceWriter write(String sessionId) {
        var file = file(sessionId);
        if (Files.exists(file)) {
            throw new IllegalArgumentException("there is a trace of session " + sessionId);
        }
        return new TraceWriter(file);
    }

    /** Removes a trace, if it is there. */
    public void delete(String sessionId) {
        index.entries().remove(sessionId);
        var file = file(sessionId);
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new ProblemException(RecordingProblem.CANNOT_WRITE_TRACE, file, String.valueOf(failure.getMessage()))
                    .causedBy(failure);
        }
    }

    /** Ids of the sessions that have a trace, sorted. */
    public List<String> ids() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new ProblemException(RecordingProblem.CANNOT_READ_FILE, folder, String.valueOf(failure.getMessage()))
                    .causedBy(failure);
        }
    }

    /** The contents of all traces by session; a damaged trace is passed over here and reported when it is opened. */
    public Map<String, FingerprintIndex.Entry> contents() {
        var ids = ids();
        index.entries().keySet().retainAll(ids);
        for (var id : ids) {
            if (!index.contains(id)) {
                try (var recording = open(id)) {
                    index.put(id, recording);
                } catch (ProblemException _) {
                    index.putUnknown(id);
                }
            }
        }
        return index.entries();
    }

    /** The file of a session's trace, whether there is one or not. */
    public Path file(String sessionId) {
        if (!ID.matcher(sessionId).matches()) {
            throw new ProblemException(RecordingProblem.NO_SUCH_TRACE, sessionId, folder); // a stranger's study said so
        }
        return folder.resolve(sessionId + ENDING);
    }

    /** A trace is a file of this folder; a stranger's study may hold a link to a file of somebody else. */
    private void requireOwn(Path file) {
        if (Files.isSymbolicLink(file)) {
            throw new ProblemException(RecordingProblem.TRACE_DAMAGED, file, "it is a link to another file");
        }
    }

    private void removeLeftovers() throws IOException {
        if (!Files.isWritable(folder)) {
            return;
        }
        var leftovers = new ArrayList<Path>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING + TEMPORARY_ENDING)) {
            found.forEach(leftovers::add);
        }
        for (var leftover : leftovers) {
            if (nobodyWrites(leftover)) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static boolean nobodyWrites(Path leftover) throws IOException {
        try (var channel = FileChannel.open(leftover, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException sameProgram) {
            return false;
        }
    }
}
