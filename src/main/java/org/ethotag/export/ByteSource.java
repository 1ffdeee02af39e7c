package org.ethotag.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ethotag.problem.ProblemException;

/** Little-endian numbers in bytes from strangers: whatever lies outside is a problem, not an exception of the language. */
public final class ByteSource {
    private final String what;
    private final ByteBuffer buffer;

    /** @param what which file, for the problem's text */
    public ByteSource(String what, byte[] bytes) {
        this.what = what;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int size() {
        return buffer.capacity();
    }

    public int uint8(int offset) {
        return buffer.get(checked(offset, Byte.BYTES)) & 0xFF;
    }

    int int8(int offset) {
        return buffer.get(checked(offset, Byte.BYTES));
    }

    public int uint16(int offset) {
        return int16(offset) & 0xFFFF;
    }

    int int16(int offset) {
        return buffer.getShort(checked(offset, Short.BYTES));
    }

    public int int32(int offset) {
        return buffer.getInt(checked(offset, Integer.BYTES));
    }

    public long uint32(int offset) {
        return int32(offset) & 0xFFFFFFFFL;
    }

    public byte[] bytes(int offset, int length) {
        int from = checked(offset, length);
        byte[] copy = new byte[length];
        buffer.get(from, copy);
        return copy;
    }

    /** The offset of a section that starts on a word and lies inside whole. */
    int section(String field, long offset, long length) {
        if (offset % ByteSink.WORD != 0 || offset + length > size()) {
            throw bad(field, offset, "a multiple of 4 with " + length + " bytes behind it, in " + size());
        }
        return (int) offset;
    }

    /** The value, which must lie in a range. */
    public int require(String field, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw bad(field, value, lowest == highest ? lowest : lowest + " to " + highest);
        }
        return value;
    }

    public ProblemException bad(String field, Object value, Object allowed) {
        return new ProblemException(ExportProblem.BAD_FIELD, what, field, value, allowed);
    }

    public ProblemException problem(ExportProblem problem, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = what;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new ProblemException(problem, arguments);
    }

    private int checked(int offset, int length) {
        if (offset < 0 || length < 0 || (long) offset + length > size()) {
            throw problem(ExportProblem.WRONG_SIZE, "at least " + ((long) offset + length), size());
        }
        return offset;
    }
}
