package org.ethotag.recording;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.ethotag.signal.Samples;
import org.ethotag.signal.TracePyramid;

/** Where things are in a trace file; {@code formats/trace.md} describes it. */
final class TraceLayout {
    /** "EthoTrc" and a line feed, read as a little-endian number; a text-mode transfer destroys it visibly. */
    static final long MAGIC = 0x0A63_7254_6F68_7445L;

    static final int VERSION = 1;
    static final int HEADER_BYTES = 128;
    /** Samples of a full chunk; a multiple of the blocks of every level that lies in chunks. */
    static final int CHUNK_SAMPLES = 65_536;
    /** Pyramid levels kept beside the samples of a chunk; higher ones lie together at the end of the file. */
    static final int CHUNK_LEVELS = 2;

    static final int DIRECTORY_ENTRY_BYTES = 24;
    /** The int16 code of a sample without a value. */
    static final short NO_VALUE = Short.MIN_VALUE;

    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private TraceLayout() {}

    /** How the numbers of one chunk are kept. */
    enum Column {
        /** Little-endian int16 codes times a scale; -32768 is no value. */
        INT16(1, Short.BYTES),
        /** Little-endian IEEE 754 single precision. */
        FLOAT32(2, Float.BYTES);

        private final int code;
        private final int bytes;

        Column(int code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }

        static Optional<Column> of(int code) {
            return Arrays.stream(values()).filter(column -> column.code == code).findFirst();
        }

        /** What stands for it in the file. */
        int code() {
            return code;
        }

        int bytes() {
            return bytes;
        }
    }

    /** Numbers before those of an axis at a level, counted from the start of a chunk of {@code samples} samples. */
    static long valuesBefore(int samples, int axis, int level) {
        if (level == TracePyramid.SAMPLES) {
            return (long) axis * samples;
        }
        long before = (long) Samples.AXES * samples;
        for (int below = 0; below < level; below++) {
            before += 2 * Samples.AXES * TracePyramid.blockCount(below, samples);
        }
        return before + 2L * axis * TracePyramid.blockCount(level, samples);
    }

    /** Numbers in a chunk of {@code samples} samples. */
    static long valuesIn(int samples) {
        return valuesBefore(samples, 0, CHUNK_LEVELS);
    }

    /** How many chunks hold {@code lengthSamples} samples. */
    static long chunkCount(long lengthSamples) {
        return Math.ceilDiv(lengthSamples, CHUNK_SAMPLES);
    }

    /** Bytes of the pyramid levels at the end of the file. */
    static long topBytes(long lengthSamples) {
        long values = 0;
        for (int level = CHUNK_LEVELS; level < TracePyramid.levels(lengthSamples); level++) {
            values += 2 * Samples.AXES * TracePyramid.blockCount(level, lengthSamples);
        }
        return values * Float.BYTES;
    }
}
