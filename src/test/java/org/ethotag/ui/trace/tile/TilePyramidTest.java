package org.ethotag.ui.trace.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.signal.Derivation;
import org.ethotag.signal.Quantity;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;
import org.ethotag.signal.StaticComponent;
import org.ethotag.signal.Trace;
import org.ethotag.testkit.ArrayTrace;
import org.ethotag.ui.job.Jobs;
import org.junit.jupiter.api.Test;

class TilePyramidTest {
    private static final int LENGTH = 300_000;
    private static final int STATIC = 40;

    private final ArrayTrace trace = ArrayTrace.cow(LENGTH, 50, 3);
    private final Derivation derivation = new Derivation(
            trace, List.of(new SampleRange(0, 123_457), new SampleRange(123_457, LENGTH)), new StaticComponent(STATIC));
    private final TilePyramid pyramid = new TilePyramid(derivation);

    private void makeAll(Quantity quantity, double samplesPerColumn, SampleRange range) {
        pyramid.missing(quantity, pyramid.levelFor(samplesPerColumn), range)
                .forEach(key -> pyramid.make(key, JobMonitor.unwatched()));
    }

    @Test
    void everyColumnHasTheExtremesOfItsSamplesWhateverTheZoom() {
        var whole = new SampleRange(0, LENGTH);
        for (var quantity : Quantity.values()) {
            float[] all = derivation.of(quantity, whole);
            trials(30, random -> {
                double perColumn = Math.pow(2, random.nextDouble() * 14);
                double from = random.nextInt(LENGTH);
                makeAll(quantity, perColumn, whole);
                float[] low = new float[70];
                float[] high = new float[70];
                assertThat(pyramid.columns(quantity, from, perColumn, low, high))
                        .isTrue();
                long unit = 1L << pyramid.levelFor(perColumn);
                for (int column = 0; column < low.length; column++) {
                    long first = (long) Math.floor(from + column * perColumn) / unit * unit;
                    long end = perColumn < 1
                            ? first + 1
                            : (long) Math.floor(from + (column + 1) * perColumn) / unit * unit;
                    float least = Float.POSITIVE_INFINITY;
                    float most = Float.NEGATIVE_INFINITY;
                    for (long i = first; i < Math.min(LENGTH, Math.max(end, first + 1)); i++) {
                        least = Math.min(least, all[(int) i]);
                        most = Math.max(most, all[(int) i]);
                    }
                    if (first < LENGTH && end > first) {
                        assertThat(low[column]).isCloseTo(least, within(1e-3f));
                        assertThat(high[column]).isCloseTo(most, within(1e-3f));
                    }
                }
            });
        }
    }

    @Test
    void aSpikeIsSeenFromEveryDistance() {
        float[][] g = new float[3][LENGTH];
        g[1][200_001] = 7;
        var spiky = new TilePyramid(new Derivation(new ArrayTrace(g), List.of(), new StaticComponent(STATIC)));
        for (var quantity : List.of(Quantity.Y, Quantity.NORM)) {
            for (double perColumn = 1; perColumn < LENGTH; perColumn *= 3.1) {
                spiky.missing(quantity, spiky.levelFor(perColumn), new SampleRange(0, LENGTH))
                        .forEach(key -> spiky.make(key, JobMonitor.unwatched()));
                float[] low = new float[(int) Math.ceil(LENGTH / perColumn) + 1];
                float[] high = low.clone();
                spiky.columns(quantity, 0, perColumn, low, high);
                float most = 0;
                for (float value : high) {
                    most = value > most ? value : most; // NaN beyond the end
                }
                assertThat(most)
                        .as("%s at %s samples per column", quantity, perColumn)
                        .isEqualTo(7);
            }
        }
    }

    @Test
    void whatIsNotThereYetIsShownFromAfar() {
        pyramid.makeTop(Quantity.X, 2, JobMonitor.unwatched());
        float[] low = new float[100];
        float[] high = new float[100];
        assertThat(pyramid.columns(Quantity.X, 50_000, 3, low, high)).isFalse();
        float[] exact = derivation.of(Quantity.X, new SampleRange(50_000, 50_300));
        for (int i = 0; i < exact.length; i++) {
            assertThat(exact[i]).isBetween(low[i / 3], high[i / 3]);
        }
    }

    @Test
    void beforeAndAfterTheRecordingThereIsNothing() {
        makeAll(Quantity.X, 8, new SampleRange(0, LENGTH));
        float[] low = new float[4];
        float[] high = new float[4];
        pyramid.columns(Quantity.X, -16, 8, low, high);
        assertThat(List.of(low[0], low[1])).isEqualTo(List.of(Float.NaN, Float.NaN));
        assertThat(low[2]).isFinite();
        pyramid.columns(Quantity.X, LENGTH, 8, low, high);
        assertThat(high[0]).isNaN();
    }

    @Test
    void anEmptyRecordingHasAPictureToo() {
        var empty = new TilePyramid(new Derivation(new ArrayTrace(new float[3][0]), List.of(), new StaticComponent(1)));
        empty.makeTop(Quantity.X, 5, JobMonitor.unwatched());
        float[] low = new float[3];
        float[] high = new float[3];
        empty.columns(Quantity.X, 0, 1, low, high);
        assertThat(high).containsOnly(Float.NaN);
    }

    @Test
    void fineTilesAreForgottenBeforeThereAreTooMany() {
        var store = new TileStore();
        for (int i = 0; i < 30_000; i++) {
            store.put(new TileKey(Quantity.X, 3, i), new Tile());
        }
        store.put(new TileKey(Quantity.X, TileStore.COARSE_LEVEL, 0), new Tile());
        assertThat(store.size()).isEqualTo(12_289);
        assertThat(store.get(new TileKey(Quantity.X, 3, 0))).isNull();
        assertThat(store.get(new TileKey(Quantity.X, 3, 29_999))).isNotNull();
    }

    @Test
    void whatCannotBeMadeIsToldOnceAndNotTriedAgain() {
        var broken = new TilePyramid(new Derivation(new BrokenTrace(), List.of(), new StaticComponent(1)));
        var told = new ArrayList<Throwable>();
        var loader = new TileLoader(Jobs.immediate(), () -> {}, told::add);
        var keys = broken.missing(Quantity.NORM, 0, new SampleRange(0, 300));
        loader.want(broken, keys, "drawing");
        loader.want(broken, keys, "drawing");
        assertThat(told).hasSize(1);
    }

    /** A disk that answers nothing. */
    private static final class BrokenTrace implements Trace {
        @Override
        public long lengthSamples() {
            return 1_000;
        }

        @Override
        public Samples read(SampleRange range) {
            throw new IllegalStateException("gone");
        }

        @Override
        public void extremes(int axis, double from, double samplesPerColumn, float[] low, float[] high) {
            throw new IllegalStateException("gone");
        }
    }
}
