package org.ethotag.recording.reading;

import java.io.IOException;
import java.io.InputStream;

/** The samples of {@code activity.bin}: packed, without records, from the start date on without a break. */
record ActigraphStream(double countsPerG, double rateHz, long startNanos) {
    /** An even number, so that a block ends with a whole byte. */
    private static final int BLOCK_SAMPLES = 1024;

    private static final int BLOCK_BYTES = BLOCK_SAMPLES * ActigraphSamples.PACKED_SAMPLE_BITS / Byte.SIZE;

    void read(InputStream in, BlockSink sink) throws IOException {
        var block = new SampleBlock();
        var bytes = new byte[BLOCK_BYTES + 1];
        int got = in.readNBytes(bytes, 0, BLOCK_BYTES);
        for (long number = 0; got > 0; number++) {
            double seconds = rateHz > 0 ? number * BLOCK_SAMPLES / rateHz : 0;
            block.begin(number, startNanos + Math.round(seconds * NumericStamps.SECOND), 0, 1 / countsPerG);
            ActigraphSamples.addPacked(block, bytes, got * Byte.SIZE / ActigraphSamples.PACKED_SAMPLE_BITS);
            sink.block(block);
            got = in.readNBytes(bytes, 0, BLOCK_BYTES);
        }
    }
}
