package org.ethotag.flash.rollcall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ethotag.flash.FlashProblem;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;

/**
 * The roll call's memory, a file beside the list: one JSON line when work on a tag begins and one when it ends, each
 * forced to disk before anything else happens. After a power loss the last line may be torn; it is cut off. One program
 * at a time may have it. Any thread.
 */
public final class RollCallProgress implements AutoCloseable {
    /** Ten thousand tags with ten attempts each take less. */
    private static final long LARGEST_BYTES = 64L << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Entry> last = new LinkedHashMap<>();

    /**
     * What the file says last of a tag.
     *
     * @param imageSha256 of the image that was meant for it
     * @param state how far it came
     * @param result what came of it
     */
    record Entry(String imageSha256, RollCallState state, RollCallResult result) {}

    private RollCallProgress(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Where the progress of a list is kept: "herd.csv" has "herd.csv.progress" beside it. */
    public static Path fileOf(Path list) {
        return list.resolveSibling(list.getFileName() + ".progress");
    }

    /**
     * Opens the memory of a list and replays it.
     *
     * @throws ProblemException if another program has it, it cannot be written, or it was changed by hand
     */
    public static RollCallProgress open(Path file) {
        FileChannel channel = null;
        boolean opened = false;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                throw new ProblemException(RollCallProblem.IN_USE, file);
            }
            var progress = new RollCallProgress(file, channel);
            progress.replay();
            opened = true;
            return progress;
        } catch (IOException refused) {
            throw new ProblemException(RollCallProblem.PROGRESS_UNWRITABLE, file, refused).causedBy(refused);
        } finally {
            if (!opened && channel != null) {
                closeQuietly(channel);
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false; // another roll call of this program has it
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // it was refused already, and the reason for that matters more
            return;
        }
    }

    private void replay() throws IOException {
        if (channel.size() > LARGEST_BYTES) {
            throw new ProblemException(RollCallProblem.PROGRESS_DAMAGED, file, 1);
        }
        var buffer = ByteBuffer.allocate((int) channel.size());
        boolean more = true;
        while (more) {
            more = channel.read(buffer) > 0;
        }
        byte[] bytes = buffer.array();
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        channel.truncate(whole).position(whole);
        int number = 0;
        for (String line :
                new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
            take(++number, line);
        }
    }

    private void take(int number, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String tag = node.path("tag").asText("");
            var state = RollCallState.valueOf(node.path("state").asText("").toUpperCase(Locale.ROOT));
            if (tag.isBlank()) {
                throw new IllegalArgumentException("no tag");
            }
            var time = Instant.parse(node.path("time").asText(""));
            last.put(tag, new Entry(node.path("image").asText(""), state, result(tag, state, time, node)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException damaged) {
            throw new ProblemException(RollCallProblem.PROGRESS_DAMAGED, file, number).causedBy(damaged);
        }
    }

    private static RollCallResult result(String tag, RollCallState state, Instant time, JsonNode node) {
        if (state == RollCallState.WORKING) {
            return RollCallResult.of(Problem.of(RollCallProblem.BROKEN_OFF, tag), time);
        }
        return new RollCallResult(
                time,
                node.path("model").asText(""),
                Math.max(0, node.path("goldenWindows").asInt(0)),
                node.path("battery").asInt(-1),
                node.path("firmware").asText(""),
                node.path("what").asText(""),
                node.path("why").asText(""),
                node.path("next").asText(""));
    }

    /** The row that a list's entry has after what happened so far; an entry with another image starts anew. */
    synchronized RollCallRow row(RollCallEntry entry, String imageSha256) {
        var found = last.get(entry.tag());
        if (found == null || !found.imageSha256().equals(imageSha256)) {
            return RollCallRow.due(entry);
        }
        var state = found.state() == RollCallState.WORKING ? RollCallState.DUE : found.state();
        return RollCallRow.due(entry).ended(state, found.result());
    }

    /**
     * Remembers, before it is true, that a tag is in this state.
     *
     * @throws ProblemException {@link FlashProblem#JOURNAL_UNWRITABLE} if the disk does not take it
     */
    synchronized void write(String tag, String imageSha256, RollCallState state, RollCallResult result, Instant now) {
        var line = new LinkedHashMap<String, Object>();
        line.put("time", now.toString());
        line.put("tag", tag);
        line.put("image", imageSha256);
        line.put("state", state.name().toLowerCase(Locale.ROOT));
        if (state != RollCallState.WORKING) {
            line.put("model", result.model());
            line.put("goldenWindows", result.goldenWindows());
            line.put("battery", result.batteryPercent());
            line.put("firmware", result.firmware());
            line.put("what", result.what());
            line.put("why", result.why());
            line.put("next", result.next());
        }
        try {
            var bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            last.put(tag, new Entry(imageSha256, state, result));
        } catch (IOException refused) {
            throw new ProblemException(RollCallProblem.PROGRESS_UNWRITABLE, file, refused).causedBy(refused);
        }
    }

    @Override
    public synchronized void close() {
        closeQuietly(channel);
    }
}
