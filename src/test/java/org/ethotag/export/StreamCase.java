package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;

/**
 * A stream of samples in windows that overlap: each must have the logits that it has alone.
 *
 * @param restart forget the past before this sample; 0 for never
 */
record StreamCase(QuantizedGraph graph, WeightLayout layout, short[][] samples, int restart) implements ParityCase {
    private static final int KIND = 3;

    @Override
    public int results() {
        return samples.length;
    }

    @Override
    public void write(ByteSink sink) {
        byte[] blob = ModelBlob.of(graph, layout).bytes();
        sink.int32(KIND).int32(blob.length).bytes(blob).int32(samples.length).int32(restart);
        Counts.write(sink, samples);
    }

    @Override
    public void compare(ByteBuffer output) {
        assertThat(output.getInt()).as("status").isZero();
        int length = graph.windows().lengthSamples();
        int stride = graph.windows().strideSamples();
        assertThat(output.getInt()).as("windows that overlap").isEqualTo(Math.ceilDiv(length, stride));
        var engine = new IntegerEngine(graph);
        for (int end = 0; end < samples.length; end++) {
            int begin = restart != 0 && end >= restart ? restart : 0;
            int from = end + 1 - length;
            boolean isWhole = from >= begin;
            if (isWhole && (from - begin) % stride == 0) {
                assertThat(output.getInt()).as("window that ends at " + end).isEqualTo(1);
                assertThat(output.getInt()).isEqualTo(end);
                for (int logit : engine.logits(Arrays.copyOfRange(samples, from, end + 1))) {
                    assertThat(output.getInt())
                            .as("logit of the window from " + from)
                            .isEqualTo(logit);
                }
            }
        }
        assertThat(output.getInt()).as("no further window").isZero();
    }
}
