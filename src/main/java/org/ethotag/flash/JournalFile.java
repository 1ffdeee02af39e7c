package org.ethotag.flash;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.ethotag.problem.ProblemException;

/**
 * The journal of one job: lines {@code time state key=value... checksum}, values percent-encoded. A last line that was
 * cut short was never acted on and does not count. The file begins with room, empty lines, for a whole job, so that a disk
 * that fills up later cannot stop one midway. One thread.
 */
final class JournalFile {
    static final String SERIAL = "serial";
    static final String IMAGE = "image";
    static final String SHA = "sha256";
    static final String MODEL_BEFORE = "modelBefore";
    static final String REASON = "reason";

    private static final int LARGEST = 1 << 20;
    /** More than the lines of any job. */
    private static final int ROOM = 4096;

    private final Path file;
    private final TagClock clock;
    private long end;

    private JournalFile(Path file, TagClock clock, long end) {
        this.file = file;
        this.clock = clock;
        this.end = end;
    }

    /**
     * One line.
     *
     * @param at when it was written
     * @param state what was about to happen
     * @param facts what became known with it
     */
    record Line(Instant at, FlashState state, Map<String, String> facts) {}

    static JournalFile create(Path file, TagClock clock, Map<String, String> facts) throws IOException {
        byte[] first = line(clock, FlashState.FOUND, facts);
        byte[] room = Arrays.copyOf(first, first.length + ROOM);
        Arrays.fill(room, first.length, room.length, (byte) '\n');
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            fill(file, out, ByteBuffer.wrap(room));
        }
        return new JournalFile(file, clock, first.length);
    }

    /** A journal that has no room for its job is not begun. */
    private static void fill(Path file, FileChannel out, ByteBuffer room) throws IOException {
        try {
            while (room.hasRemaining()) {
                out.write(room);
            }
            out.force(true);
        } catch (IOException full) {
            Files.deleteIfExists(file);
            throw full;
        }
    }

    /** Goes on with a journal; what was cut short at its end is blanked out first. */
    static JournalFile resume(Path file, TagClock clock) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = 0;
            for (int next = text.indexOf('\n'); next >= end; next = text.indexOf('\n', end)) {
                if (next == end || !whole(text.substring(end, next))) {
                    break;
                }
                end = next + 1;
            }
            Arrays.fill(bytes, end, bytes.length, (byte) '\n');
            Files.write(file, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            return new JournalFile(file, clock, end);
        } catch (IOException refused) {
            throw new ProblemException(FlashProblem.JOURNAL_UNWRITABLE, file, refused).causedBy(refused);
        }
    }

    Path path() {
        return file;
    }

    void write(FlashState state) {
        write(state, Map.of());
    }

    /** Is on disk when it returns. @throws ProblemException {@link FlashProblem#JOURNAL_UNWRITABLE} */
    void write(FlashState state, Map<String, String> facts) {
        var rest = ByteBuffer.wrap(line(clock, state, facts));
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (rest.hasRemaining()) {
                out.write(rest, end + rest.position());
            }
            out.force(true);
            end += rest.limit();
        } catch (IOException refused) {
            throw new ProblemException(FlashProblem.JOURNAL_UNWRITABLE, file, refused).causedBy(refused);
        }
    }

    private static byte[] line(TagClock clock, FlashState state, Map<String, String> facts) {
        var text = new StringBuilder().append(clock.now()).append(' ').append(state.name());
        new TreeMap<>(facts)
                .forEach((key, value) -> text.append(' ')
                        .append(key)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return (text + " " + checksum(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** All whole lines. @throws ProblemException {@link FlashProblem#JOURNAL_DAMAGED} if one before the last is not */
    static List<Line> read(Path file) {
        String text;
        try {
            if (Files.size(file) > LARGEST) {
                throw new ProblemException(FlashProblem.JOURNAL_DAMAGED, file, 1);
            }
            text = Files.readString(file, StandardCharsets.ISO_8859_1); // our lines are ASCII, noise is noise
        } catch (IOException refused) {
            throw new ProblemException(FlashProblem.JOURNAL_UNWRITABLE, file, refused).causedBy(refused);
        }
        var raw = text.lines().filter(line -> !line.isEmpty()).toList();
        var lines = new ArrayList<Line>();
        for (int i = 0; i < raw.size(); i++) {
            try {
                lines.add(parse(raw.get(i)));
            } catch (IllegalArgumentException | DateTimeException damaged) {
                if (i < raw.size() - 1) {
                    throw new ProblemException(FlashProblem.JOURNAL_DAMAGED, file, i + 1).causedBy(damaged);
                }
            }
        }
        return List.copyOf(lines);
    }

    /** Everything that the lines say; later ones win. */
    static Map<String, String> facts(List<Line> lines) {
        var all = new LinkedHashMap<String, String>();
        lines.forEach(line -> all.putAll(line.facts()));
        return all;
    }

    private static boolean whole(String line) {
        int last = line.lastIndexOf(' ');
        return last >= 0 && line.substring(last + 1).equals(checksum(line.substring(0, last)));
    }

    private static Line parse(String line) {
        int end = line.lastIndexOf(' ');
        if (!whole(line)) {
            throw new IllegalArgumentException("not a whole line");
        }
        String[] words = line.substring(0, end).split(" ");
        var facts = new LinkedHashMap<String, String>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            facts.put(
                    words[i].substring(0, Math.max(0, equals)),
                    URLDecoder.decode(words[i].substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new Line(Instant.parse(words[0]), FlashState.valueOf(words[words.length > 1 ? 1 : 0]), facts);
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
