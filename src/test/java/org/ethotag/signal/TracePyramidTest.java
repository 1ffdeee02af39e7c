package org.ethotag.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TracePyramidTest {
    @Test
    void levelsGrowUntilOneBlockHoldsAll() {
        assertEquals(0, TracePyramid.levels(0));
        assertEquals(1, TracePyramid.levels(32));
        assertEquals(2, TracePyramid.levels(33));
        assertEquals(2, TracePyramid.levels(256));
        assertEquals(3, TracePyramid.levels(257));
        assertEquals(9, TracePyramid.levels(162_000_000));
    }

    @Test
    void foldingKeepsLowestAndHighestAndSkipsWhatIsMissing() {
        var samples = new float[40];
        samples[3] = -5;
        samples[4] = Float.NaN;
        samples[31] = 7;
        java.util.Arrays.fill(samples, 32, 40, Float.NaN);
        assertArrayEquals(new float[] {-5, 7, Float.NaN, Float.NaN}, TracePyramid.foldSamples(samples, 40));
        assertArrayEquals(new float[] {-5, 7}, TracePyramid.fold(new float[] {-5, 7, Float.NaN, Float.NaN, 0, 1}));
    }

    @Test
    void narrowColumnsAreExact() {
        trials(50, random -> {
            var trace = new Blocks(random, 1 + random.nextInt(3000));
            double width = 0.1 + random.nextDouble() * 200;
            double from = random.nextDouble() * 4000 - 500;
            var low = new float[50];
            var high = new float[50];
            new TracePyramid(trace).extremes(0, from, width, low, high);
            for (int column = 0; column < 50; column++) {
                long first = (long) Math.floor(from + column * width);
                long end = width < 1 ? first + 1 : (long) Math.floor(from + (column + 1) * width);
                var expected = trace.over(first, end);
                assertEquals(expected.low(), low[column]);
                assertEquals(expected.high(), high[column]);
            }
        });
    }

    @Test
    void aSpikeShowsInExactlyOneColumnAtEveryZoom() {
        trials(100, random -> {
            var trace = new Blocks(random, 100_000);
            int spike = random.nextInt(100_000);
            trace.levels.getFirst()[spike] = 1000;
            trace.build();
            double width = 1 + random.nextDouble() * 5000;
            int columns = (int) Math.ceil(100_000 / width);
            var low = new float[columns];
            var high = new float[columns];
            new TracePyramid(trace).extremes(0, 0, width, low, high);
            int shown = 0;
            for (float value : high) {
                shown += value == 1000 ? 1 : 0;
            }
            assertEquals(1, shown);
        });
    }

    @Test
    void theWorkPerColumnIsBoundedAtEveryZoom() {
        var trace = new Blocks(new Random(1), 1_000_000);
        for (double width = 1; width < 1_000_000; width *= 1.37) {
            trace.touched = 0;
            new TracePyramid(trace).extremes(0, 1234.5, width, new float[1], new float[1]);
            assertThat(trace.touched).as("width %s", width).isLessThanOrEqualTo(257);
        }
    }

    @Test
    void nonsenseIsRefused() {
        var pyramid = new TracePyramid(new Blocks(new Random(1), 10));
        assertThatThrownBy(() -> pyramid.extremes(3, 0, 1, new float[1], new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pyramid.extremes(0, 0, 0, new float[1], new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pyramid.extremes(0, 0, 1, new float[1], new float[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** One axis in memory. */
    private static final class Blocks implements TracePyramid.Blocks {
        private final List<float[]> levels = new ArrayList<>();
        private long touched;

        Blocks(Random random, int length) {
            var samples = new float[length];
            for (int i = 0; i < length; i++) {
                samples[i] = random.nextInt(50) == 0 ? Float.NaN : random.nextFloat();
            }
            levels.add(samples);
            build();
        }

        private void build() {
            var samples = levels.getFirst();
            levels.subList(1, levels.size()).clear();
            levels.add(TracePyramid.foldSamples(samples, samples.length));
            while (levels.getLast().length > 2) {
                levels.add(TracePyramid.fold(levels.getLast()));
            }
        }

        Extremes over(long from, long to) {
            var extremes = new Extremes();
            for (long i = Math.max(0, from); i < Math.min(to, lengthSamples()); i++) {
                extremes.include(levels.getFirst()[(int) i]);
            }
            return extremes;
        }

        @Override
        public long lengthSamples() {
            return levels.getFirst().length;
        }

        @Override
        public void include(int axis, int level, long from, long to, Extremes extremes) {
            touched += to - from;
            int values = level == TracePyramid.SAMPLES ? 1 : 2;
            for (long i = from * values; i < to * values; i++) {
                extremes.include(levels.get(level + 1)[(int) i]);
            }
        }
    }
}
