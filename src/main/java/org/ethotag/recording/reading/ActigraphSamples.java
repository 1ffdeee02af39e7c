package org.ethotag.recording.reading;

/**
 * Unpacks ActiGraph samples. The older ones are signed 12-bit values in the order y, x, z, most significant bit first,
 * without any padding between samples (LogRecords/Activity.md); the newer ones little-endian int16 in the order x, y, z
 * (LogRecords/Activity2.md).
 */
final class ActigraphSamples {
    static final int PACKED_BITS = 12;
    static final int PACKED_SAMPLE_BITS = 3 * PACKED_BITS;
    static final int WORDS_SAMPLE_BYTES = 6;

    private ActigraphSamples() {}

    /** Adds {@code count} packed samples that begin at the first bit of {@code bytes}. */
    static void addPacked(SampleBlock block, byte[] bytes, int count) {
        double step = block.gridG();
        for (int i = 0; i < count; i++) {
            int at = i * PACKED_SAMPLE_BITS;
            float y = (float) (twelveBits(bytes, at) * step);
            float x = (float) (twelveBits(bytes, at + PACKED_BITS) * step);
            float z = (float) (twelveBits(bytes, at + 2 * PACKED_BITS) * step);
            block.add(x, y, z);
        }
    }

    /** Adds {@code count} samples of three words each. */
    static void addWords(SampleBlock block, byte[] bytes, int from, int count) {
        double step = block.gridG();
        for (int i = 0; i < count; i++) {
            int at = from + i * WORDS_SAMPLE_BYTES;
            block.add((float) (word(bytes, at) * step), (float) (word(bytes, at + 2) * step), (float)
                    (word(bytes, at + 4) * step));
        }
    }

    private static int twelveBits(byte[] bytes, int bit) {
        int at = bit / Byte.SIZE;
        int pair = (bytes[at] & 0xFF) << Byte.SIZE | (bytes[at + 1] & 0xFF);
        int value = bit % Byte.SIZE == 0 ? pair >> 4 : pair & 0xFFF;
        return value << 20 >> 20;
    }

    private static short word(byte[] bytes, int at) {
        return (short) ((bytes[at] & 0xFF) | bytes[at + 1] << Byte.SIZE);
    }
}
