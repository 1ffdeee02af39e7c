package org.ethotag.ui.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.recording.Recording;
import org.ethotag.recording.RecordingStore;
import org.ethotag.recording.TraceDetails;
import org.ethotag.signal.Quantity;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A minute of scripted panning and zooming over a month on the real canvas: real pulses, layout, raster, ribbon,
 * painting and presenting by the toolkit. Prints, never judges: {@code mvn test -Dtest=TraceFramesBenchmark
 * -Dframes=162000000}; {@code -Dlanes=X,Y,Z,VEDBA,SPECTROGRAM} for other lanes, {@code -Dseconds=60}, {@code
 * -Dtest.headless=} on a display.
 */
@EnabledIfSystemProperty(named = "frames", matches = "\\d+")
class TraceFramesBenchmark {
    private static final SampleRate RATE = new SampleRate(62.5);
    private static final int BOUTS = 100_000;
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 800;

    @TempDir
    private Path folder;

    @Test
    void aMinuteOverAMonth() throws IOException, InterruptedException {
        long length = Long.getLong("frames");
        var store = new RecordingStore(folder);
        write(store, length);
        try (var meter = new FrameMeter()) {
            ride(store, length, meter);
        }
    }

    private void ride(RecordingStore store, long length, FrameMeter meter) throws IOException, InterruptedException {
        Windows.start();
        var jobs = new WindowJobs();
        var failures = new ArrayList<Throwable>();
        var model = new TraceViewModel(jobs, failures::add);
        var view = Windows.onFx(() -> new TraceView(model));
        Stage stage = Windows.show(new StackPane(view), Look.LIGHT, WIDTH, HEIGHT);
        var lanes = Arrays.stream(System.getProperty("lanes", "X,Y,Z").split(","))
                .map(Lane::valueOf)
                .toList();
        var labels = bouts(length);
        System.gc();
        long opening = System.nanoTime();
        long processor = FrameMeter.processorNanos();
        try (Recording recording = store.open("month")) {
            var source =
                    new TraceSource(recording, recording.clock()::timeOf, ZoneOffset.UTC, RATE, recording.stretches());
            System.out.printf(Locale.ROOT, "open: %.2f s%n", (System.nanoTime() - opening) * 1e-9);
            Windows.inFx(() -> {
                model.lanesProperty().set(lanes);
                model.behavioursProperty()
                        .set(Map.of("b0", behaviour("b0", "#009e73"), "b1", behaviour("b1", "#e69f00")));
                model.show(source, labels);
            });
            System.out.printf(
                    Locale.ROOT,
                    "open and first frame: %.2f s by the clock, %.2f s of processor time in all threads%n",
                    (System.nanoTime() - opening) * 1e-9,
                    (FrameMeter.processorNanos() - processor) * 1e-9);
            var ride = new Ride(model, length, Integer.getInteger("seconds", 60));
            meter.measure(stage.getScene(), ride);
            meter.print();
            long begun = FrameMeter.processorNanos();
            source.tiles().makeTop(Quantity.VEDBA, 5, JobMonitor.unwatched());
            System.out.printf(
                    Locale.ROOT,
                    "VeDBA of the whole recording, made of its samples: %.1f s of processor time%n",
                    (FrameMeter.processorNanos() - begun) * 1e-9);
            System.gc();
            var runtime = Runtime.getRuntime();
            System.out.printf(
                    Locale.ROOT,
                    "heap %,d MB of at most %,d MB, resident %s, of it files %s; failures %s%n",
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                    runtime.maxMemory() >> 20,
                    status("VmRSS"),
                    status("RssFile"),
                    failures);
            Windows.inFx(model::clear);
        }
        Platform.runLater(jobs::close);
    }

    private static String status(String name) throws IOException {
        var file = Path.of("/proc/self/status");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith(name + ":"))
                        .map(line -> line.substring(name.length() + 1).strip())
                        .findFirst()
                        .orElse("?")
                : "?";
    }

    private static void write(RecordingStore store, long length) {
        var random = new Random(1);
        try (var writer = store.write("month")) {
            writer.grid(1 / 256.0);
            float[] noise = new float[1 << 16];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (float) (0.03 * random.nextGaussian());
            }
            for (long i = 0; i < length; i++) {
                double sway = (i >> 14) % 3 * 0.15 * noise[(int) (i * 7 & 0xffff)] * 20;
                float more = noise[(int) (i & 0xffff)];
                writer.append(grid(sway + more), grid(0.1 + sway / 2 + more), grid(1 - Math.abs(sway)));
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
        List<Bout> bouts = new ArrayList<>();
        for (int i = 0; i < BOUTS; i++) {
            bouts.add(new Bout(new SampleRange(i * each, (i + 1) * each - i % 5 * each / 10), "b" + i % 2));
        }
        return LabelTrack.of("me", bouts);
    }
}
