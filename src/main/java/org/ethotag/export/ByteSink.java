package org.ethotag.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Grows as little-endian numbers are written to it. */
public final class ByteSink {
    private static final int FIRST_CAPACITY = 4096;
    static final int WORD = 4;

    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    public int size() {
        return buffer.position();
    }

    public ByteSink int8(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    public ByteSink int16(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    public ByteSink int32(long value) {
        room(Integer.BYTES).putInt((int) value);
        return this;
    }

    public ByteSink bytes(byte[] values) {
        room(values.length).put(values);
        return this;
    }

    public ByteSink zeros(int count) {
        return bytes(new byte[count]);
    }

    /** Fills up with zeros to a multiple of 4; gives the position. */
    int align() {
        return zeros(-size() & (WORD - 1)).size();
    }

    public byte[] toArray() {
        byte[] written = new byte[size()];
        buffer.get(0, written);
        return written;
    }

    private ByteBuffer room(int count) {
        if (buffer.remaining() < count) {
            int capacity = Math.max(buffer.capacity() * 2, buffer.position() + count);
            buffer =
                    ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
        }
        return buffer;
    }
}
