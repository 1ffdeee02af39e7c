package org.ethotag.recording.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;

/**
 * UTF-8 to characters, fast for ASCII, strict: bad bytes and zero bytes are problems with their place. A byte order mark
 * at the start is passed over.
 */
final class Utf8Reader extends Reader {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final InputStream in;
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private int at;
    private int filled;
    private long consumed;
    private long line = 1;
    private int pendingLow = -1;
    private boolean started;

    Utf8Reader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            if (pendingLow >= 0) {
                into[offset + written++] = (char) pendingLow;
                pendingLow = -1;
                continue;
            }
            if (at == filled && (written > 0 || !fill())) {
                break;
            }
            int plain = copyAscii(into, offset + written, length - written);
            written += plain;
            if (plain == 0) {
                int point = codePoint();
                if (started || point != BYTE_ORDER_MARK) {
                    into[offset + written++] =
                            Character.isBmpCodePoint(point) ? (char) point : Character.highSurrogate(point);
                    pendingLow = Character.isBmpCodePoint(point) ? -1 : Character.lowSurrogate(point);
                }
            }
            started = true;
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    /** Does nothing: the bytes are closed by whoever opened them, after hashing what is left. */
    @Override
    public void close() {
        // see above
    }

    /** Copies what needs no decoding. @return how many characters */
    private int copyAscii(char[] into, int to, int most) {
        byte[] from = bytes;
        int start = at;
        int end = Math.min(filled, start + most);
        int lines = 0;
        int i = start;
        for (; i < end; i++) {
            byte next = from[i];
            if (next <= 0) {
                break;
            }
            if (next == '\n') {
                lines++;
            }
            into[to + i - start] = (char) next;
        }
        at = i;
        line += lines;
        return i - start;
    }

    private int codePoint() throws IOException {
        int first = nextByte();
        if (first == 0) {
            throw new ProblemException(RecordingProblem.BINARY_FILE, file, consumed + at - 1);
        }
        int more = first >= 0xF0 && first <= 0xF4 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
        if (more == 0 || first > 0xF4) {
            throw bad();
        }
        int point = first & (0x3F >> more);
        for (int i = 0; i < more; i++) {
            if (at == filled && !fill()) {
                throw bad();
            }
            int byteValue = nextByte();
            if ((byteValue & 0xC0) != 0x80) {
                throw bad();
            }
            point = (point << 6) | (byteValue & 0x3F);
        }
        int smallest = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        if (point < smallest || point > Character.MAX_CODE_POINT || (point >= 0xD800 && point < 0xE000)) {
            throw bad();
        }
        return point;
    }

    private int nextByte() {
        return bytes[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        consumed += filled;
        at = 0;
        filled = Math.max(0, in.read(bytes, 0, bytes.length));
        return filled > 0;
    }

    private ProblemException bad() {
        boolean utf16 = line == 1 && consumed + at <= 2;
        return utf16
                ? new ProblemException(RecordingProblem.BINARY_FILE, file, 0)
                : new ProblemException(RecordingProblem.NOT_UTF8, file, line);
    }
}
