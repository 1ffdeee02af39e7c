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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.ethotag.problem.ProblemException;

/**
 * The journal of one job: lines {@code time state key=value... checksum}, values percent-encoded. A last line that was
 * cut short was never acted on and does not count. One thread.
 */
final class JournalFile {
    static final String SERIAL = "serial";
    static final String IMAGE = "image";
    static final String SHA = "sha256";
    static final String MODEL_BEFORE = "modelBefore";
    static final String REASON = "reason";

    private static final int LARGEST = 1 << 20;

    private final Path file;
    private final TagClock clock;

    private JournalFile(Path file, TagClock clock) {
        this.file = file;
        this.clock = clock;
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
        Files.createFile(file);
        var journal = new JournalFile(file, clock);
        journal.write(FlashState.FOUND, facts);
        return journal;
    }

    /** Goes on with a journal; what was cut short at its end is taken away first. */
    static JournalFile resume(Path file, TagClock clock) {
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            out.truncate(text.lastIndexOf('\n') + 1L);
            out.force(true);
        } catch (IOException refused) {
            throw new ProblemException(FlashProblem.JOURNAL_UNWRITABLE, file, refused).causedBy(refused);
        }
        return new JournalFile(file, clock);
    }

    void write(FlashState state) {
        write(state, Map.of());
    }

    /** Is on disk when it returns. @throws ProblemException {@link FlashProblem#JOURNAL_UNWRITABLE} */
    void write(FlashState state, Map<String, String> facts) {
        var text = new StringBuilder().append(clock.now()).append(' ').append(state.name());
        new TreeMap<>(facts)
                .forEach((key, value) -> text.append(' ')
                        .append(key)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        String line = text + " " + checksum(text.toString()) + "\n";
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var rest = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        } catch (IOException refused) {
            throw new ProblemException(FlashProblem.JOURNAL_UNWRITABLE, file, refused).causedBy(refused);
        }
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
        var raw = text.lines().toList();
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

    private static Line parse(String line) {
        int end = line.lastIndexOf(' ');
        if (end < 0 || !line.substring(end + 1).equals(checksum(line.substring(0, end)))) {
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
