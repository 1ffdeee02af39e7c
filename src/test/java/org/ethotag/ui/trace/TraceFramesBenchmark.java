package org.ethotag.ui.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javafx.scene.layout.StackPane;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.recording.Recording;
import org.ethotag.recording.RecordingStore;
import org.ethotag.recording.TraceDetails;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the FX thread takes to draw one frame of a month: {@code mvn test -Dtest=TraceFramesBenchmark
 * -Dframes=162000000}. Prints, never judges.
 */
@EnabledIfSystemProperty(named = "frames", matches = "\\d+")
class TraceFramesBenchmark {
    private static final SampleRate RATE = new SampleRate(62.5);
    private static final int BOUTS = 100_000;
    private static final int FRAMES = 3_000;
    private static final double NANOS_PER_MS = 1e6;

    @TempDir
    private Path folder;

    @Test
    void framesOfAMonth() throws IOException {
        long length = Long.getLong("frames");
        var store = new RecordingStore(folder);
        write(store, length);
        Windows.start();
        var model = new TraceViewModel();
        var view = Windows.onFx(() -> new TraceView(model));
        Windows.show(new StackPane(view), Look.LIGHT, 1600, 800);
        long opening = System.nanoTime();
        try (Recording recording = store.open("month")) {
            var source =
                    new TraceSource(recording, recording.clock()::timeOf, ZoneOffset.UTC, RATE, recording.stretches());
            Windows.inFx(() -> {
                model.behavioursProperty()
                        .set(Map.of("b0", behaviour("b0", "#009e73"), "b1", behaviour("b1", "#e69f00")));
                model.show(source, bouts(length));
            });
            print("open and first frame", (System.nanoTime() - opening) / NANOS_PER_MS);
            var all = new ArrayList<Double>();
            for (double span = length; span > 100; span /= 8) {
                all.addAll(frames(view, model, length, span));
            }
            print("all zooms", all);
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            print("heap MB", heap / (1024.0 * 1024));
            Windows.inFx(model::clear);
        }
    }

    private static void write(RecordingStore store, long length) {
        var random = new Random(1);
        try (var writer = store.write("month")) {
            writer.grid(1 / 256.0);
            for (long i = 0; i < length; i++) {
                double sway = (i >> 14) % 3 * 0.15 * Math.sin(i * 0.17);
                writer.append(
                        grid(sway + 0.03 * random.nextGaussian()), grid(0.1 + sway / 2), grid(1 - Math.abs(sway)));
            }
            writer.finish(TraceDetails.generated("month", "cow", Instant.EPOCH, RATE, length));
        }
    }

    private static float grid(double g) {
        return Math.round(g * 256) / 256f;
    }

    private static Behaviour behaviour(String code, String colour) {
        return new Behaviour(code, code, colour, "", "", true);
    }

    private static LabelTrack bouts(long length) {
        long each = length / BOUTS;
        var bouts = new ArrayList<Bout>();
        for (int i = 0; i < BOUTS; i++) {
            bouts.add(new Bout(new SampleRange(i * each, (i + 1) * each), "b" + i % 2));
        }
        return LabelTrack.of("me", bouts);
    }

    /** Pans and zooms around at one magnification, a layout of the view for each frame. */
    private static List<Double> frames(TraceView view, TraceViewModel model, long length, double span) {
        var random = new Random(2);
        var times = new ArrayList<Double>();
        for (int i = 0; i < FRAMES / 8; i++) {
            double from = random.nextDouble() * Math.max(0, length - span);
            times.add(Windows.onFx(() -> {
                long start = System.nanoTime();
                model.viewportProperty()
                        .set(TraceViewport.whole(model.viewportProperty().get().width(), length)
                                .zoomedAt(0, length / span)
                                .startingAt(from));
                view.layout();
                return (System.nanoTime() - start) / NANOS_PER_MS;
            }));
        }
        print(String.format(Locale.ROOT, "span of %,.0f samples", span), times);
        return times;
    }

    private static void print(String what, List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f ms, p95 %.2f ms, max %.2f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                Arrays.stream(sorted).max().orElseThrow());
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%s: %.1f%n", what, value);
    }
}
