package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.flash.BehaviourCounts;
import org.ethotag.flash.RadioSummary;

/** Inferences that the runtime counts and packs, and Java unpacks. */
record SummaryCase(int classes, int[] indices, long seconds, int node) implements ParityCase {
    private static final int KIND = 4;
    private static final int BAD_SHAPE = 7;
    private static final int INCOMPLETE = 15;

    @Override
    public int results() {
        return indices.length;
    }

    @Override
    public void write(ByteSink sink) {
        sink.int32(KIND).int32(classes).int32(indices.length);
        for (int index : indices) {
            sink.int8(index);
        }
        sink.int32((int) seconds).int32(node);
    }

    @Override
    public void compare(ByteBuffer output) {
        assertThat(output.getInt()).as("status of start").isZero();
        int[] counted = Arrays.stream(indices).filter(index -> index < classes).toArray();
        boolean fits = classes <= RadioSummary.MOST_CLASSES;
        int full = counted.length / BehaviourCounts.INFERENCES;
        for (int period = 0; period < full; period++) {
            assertThat(output.getInt()).as("a full period").isEqualTo(1);
            assertThat(output.getInt()).as("status").isEqualTo(fits ? 0 : BAD_SHAPE);
            byte[] bytes = new byte[RadioSummary.BYTES];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) output.getInt();
            }
            if (fits) {
                var expected = new RadioSummary(node, Instant.ofEpochSecond(seconds), counts(counted, period));
                assertThat(RadioSummary.of(bytes, classes)).isEqualTo(expected);
                assertThat(bytes).isEqualTo(expected.bytes());
            }
        }
        assertThat(output.getInt()).as("no further period").isZero();
        boolean isAtEnd = full > 0 && counted.length % BehaviourCounts.INFERENCES == 0;
        assertThat(output.getInt()).as("status at the end").isEqualTo(!fits ? BAD_SHAPE : isAtEnd ? 0 : INCOMPLETE);
    }

    private List<Integer> counts(int[] counted, int period) {
        int from = period * BehaviourCounts.INFERENCES;
        int[] part = Arrays.copyOfRange(counted, from, from + BehaviourCounts.INFERENCES);
        return IntStream.range(0, classes)
                .map(i -> (int) Arrays.stream(part).filter(index -> index == i).count())
                .boxed()
                .toList();
    }
}
