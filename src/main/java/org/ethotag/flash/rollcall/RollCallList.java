package org.ethotag.flash.rollcall;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.ethotag.file.SmallFile;
import org.ethotag.problem.ProblemException;

/**
 * Who is to be called: animals and their tags, each tag once (format: roll-call).
 *
 * @param entries in the order of the file, at least one
 */
public record RollCallList(List<RollCallEntry> entries) {
    /** A herd of ten thousand takes less. */
    private static final long LARGEST_BYTES = 4L << 20;

    private static final int MOST_ENTRIES = 10_000;
    private static final List<String> ANIMAL = List.of("animal", "name", "cow", "sheep");
    private static final List<String> TAG = List.of("tag", "serial", "tag serial", "tag_serial", "serial number");
    private static final List<String> IMAGE = List.of("image", "model", "file");

    public RollCallList {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a list.
     *
     * @throws ProblemException if the file cannot be read, or with the first line that makes no sense
     */
    public static RollCallList read(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new ProblemException(
                        RollCallProblem.LIST_UNREADABLE, file, "it is far larger than any list of tags");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(SmallFile.bytes(file, LARGEST_BYTES)))
                    .toString();
            return parse(file, text);
        } catch (CharacterCodingException otherEncoding) {
            throw new ProblemException(RollCallProblem.LIST_UNREADABLE, file, "it is not UTF-8 text")
                    .causedBy(otherEncoding);
        } catch (IOException missing) {
            throw new ProblemException(RollCallProblem.LIST_UNREADABLE, file, missing).causedBy(missing);
        }
    }

    static RollCallList parse(Path file, String text) {
        List<List<String>> rows = rows(file, text);
        if (rows.isEmpty()) {
            throw new ProblemException(RollCallProblem.LIST_LINE, file, 1, "there is nothing in it");
        }
        var header = rows.getFirst().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        int animal = column(header, ANIMAL);
        int tag = column(header, TAG);
        int image = column(header, IMAGE);
        if (animal < 0 || tag < 0) {
            throw new ProblemException(
                    RollCallProblem.LIST_LINE, file, 1, "the header needs the columns \"animal\" and \"tag\"");
        }
        var entries = new ArrayList<RollCallEntry>();
        var seen = new HashSet<String>();
        for (int i = 1; i < rows.size(); i++) {
            var entry = entry(file, i + 1, rows.get(i), animal, tag, image);
            if (!seen.add(entry.tag())) {
                throw new ProblemException(
                        RollCallProblem.LIST_LINE, file, i + 1, "tag " + entry.tag() + " is in the list twice");
            }
            entries.add(entry);
        }
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new ProblemException(
                    RollCallProblem.LIST_LINE, file, rows.size(), "there are " + entries.size() + " tags in it");
        }
        return new RollCallList(entries);
    }

    private static List<List<String>> rows(Path file, String text) {
        try {
            return CsvText.rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IllegalArgumentException open) {
            throw new ProblemException(RollCallProblem.LIST_LINE, file, 1, String.valueOf(open.getMessage()))
                    .causedBy(open);
        }
    }

    private static RollCallEntry entry(Path file, int line, List<String> cells, int animal, int tag, int image) {
        if (cells.size() <= Math.max(animal, tag)
                || cells.get(animal).isEmpty()
                || cells.get(tag).isEmpty()) {
            throw new ProblemException(RollCallProblem.LIST_LINE, file, line, "animal or tag is missing");
        }
        boolean ownImage = image >= 0 && image < cells.size();
        return new RollCallEntry(cells.get(animal), cells.get(tag), ownImage ? cells.get(image) : "");
    }

    private static int column(List<String> header, List<String> names) {
        return names.stream()
                .mapToInt(header::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }
}
