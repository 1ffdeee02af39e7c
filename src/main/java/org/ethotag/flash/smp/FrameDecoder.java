package org.ethotag.flash.smp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Bytes of a serial console to packets. Everything that is no whole, sound frame is dropped without a word, as the
 * protocol wants it, and only counted. One thread; memory is bounded by the largest packet.
 */
public final class FrameDecoder {
    /** How strictly a line is read. */
    public enum Reading {
        /** A marker counts wherever it stands: prompts and log text may be before it. For laptops. */
        MARKER_ANYWHERE,
        /** A marker counts at the start of a line only, so a half line spoils the next: Zephyr's UART driver. */
        MARKER_AT_LINE_START
    }

    private static final int LINE_CHARACTERS = 124;

    private final int largestRaw;
    private final Reading reading;
    private final byte[] line = new byte[LINE_CHARACTERS + 1]; // one more for a carriage return
    private int lineLength;
    private boolean first;
    private State state = State.OUTSIDE;
    private int previous;
    private int position; // bytes of this line so far, counted to 2

    private byte[] raw = new byte[0];
    private int rawLength;
    private boolean open;
    private long framesDropped;

    private enum State {
        OUTSIDE,
        INSIDE,
        OVERLONG
    }

    /** @param largestPacket bytes of the largest packet that is not dropped, 1 to 65,533 */
    public FrameDecoder(int largestPacket, Reading reading) {
        this.largestRaw = largestPacket + FrameEncoder.OVERHEAD_BYTES;
        this.reading = reading;
    }

    /** Takes what came over the line. @return the packets that became whole, mostly none or one */
    public List<byte[]> feed(byte[] bytes, int length) {
        var packets = new ArrayList<byte[]>();
        for (int i = 0; i < length; i++) {
            accept(bytes[i] & 0xFF, packets);
        }
        return packets;
    }

    /** Frames and lines with a marker that were thrown away: a measure of the line's quality. */
    public long framesDropped() {
        return framesDropped;
    }

    private void accept(int value, List<byte[]> packets) {
        if (value == '\n') {
            endOfLine(packets);
            return;
        }
        boolean mayStart = reading == Reading.MARKER_ANYWHERE ? position > 0 : position == 1;
        if (mayStart && (Marker.FIRST.matches(previous, value) || Marker.NEXT.matches(previous, value))) {
            if (state == State.INSIDE) {
                drop();
            }
            first = Marker.FIRST.matches(previous, value);
            state = State.INSIDE;
            lineLength = 0;
        } else if (state == State.INSIDE) {
            append(value);
        }
        previous = value;
        position = Math.min(2, position + 1);
    }

    private void append(int value) {
        if (lineLength == line.length) {
            state = State.OVERLONG;
            drop();
        } else {
            line[lineLength++] = (byte) value;
        }
    }

    private void endOfLine(List<byte[]> packets) {
        if (state == State.INSIDE) {
            int length = lineLength > 0 && line[lineLength - 1] == '\r' ? lineLength - 1 : lineLength;
            take(Arrays.copyOf(line, length), packets);
        }
        state = State.OUTSIDE;
        position = 0;
    }

    private void take(byte[] base64, List<byte[]> packets) {
        if (first) {
            if (open) {
                framesDropped++;
            }
            open = true;
            rawLength = 0;
        } else if (!open) {
            framesDropped++;
            return;
        }
        if (!decode(base64) || tooLong()) {
            drop();
        } else if (rawLength >= 2 && rawLength == expected()) {
            finish(packets);
        }
    }

    private boolean decode(byte[] base64) {
        if (base64.length == 0 || base64.length % 4 != 0 || base64.length > LINE_CHARACTERS) {
            return false;
        }
        byte[] part;
        try {
            part = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return false;
        }
        if (rawLength + part.length > largestRaw) {
            return false;
        }
        if (raw.length < rawLength + part.length) {
            raw = Arrays.copyOf(raw, Math.min(largestRaw, Math.max(2 * raw.length, rawLength + part.length)));
        }
        System.arraycopy(part, 0, raw, rawLength, part.length);
        rawLength += part.length;
        return true;
    }

    /** Length field, packet and checksum. */
    private int expected() {
        return 2 + (ByteBuffer.wrap(raw).getShort() & 0xFFFF);
    }

    private boolean tooLong() {
        return rawLength >= 2 && (expected() > largestRaw || rawLength > expected());
    }

    private void finish(List<byte[]> packets) {
        open = false;
        if (rawLength <= FrameEncoder.OVERHEAD_BYTES || Crc16.of(raw, 2, rawLength - 2) != 0) {
            framesDropped++;
        } else {
            packets.add(Arrays.copyOfRange(raw, 2, rawLength - 2));
        }
    }

    private void drop() {
        framesDropped++;
        open = false;
    }
}
