package org.ethotag.ui.trace;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.ethotag.testkit.Windows;

/**
 * What every frame costs. On the FX thread: from the first line of the step to the end of the layout, by the clock and
 * by the thread's own processor time. On the render thread: the toolkit's own record of its phases. Between frames: the
 * time from one pulse to the next, which contains everything, other programs on the same cores too.
 */
final class FrameMeter implements AutoCloseable {
    private static final double MS = 1e-6;

    private record Frame(int zoom, String where, double wall, double cpu, double apart) {}

    private final List<Frame> frames = new ArrayList<>();
    private final Map<Integer, Double> phases = new HashMap<>();
    private final Map<String, double[]> byPhase = new HashMap<>();
    private final RecordingStream events = new RecordingStream();
    private int collections;
    private double longestPause;
    private boolean measuring;
    private double renderer;

    /** Must be made before the toolkit starts, else it keeps no record of its phases. */
    FrameMeter() {
        events.enable("javafx.PulsePhase");
        events.enable("jdk.GarbageCollection");
        events.onEvent("javafx.PulsePhase", this::phase);
        events.onEvent("jdk.GarbageCollection", this::pause);
        events.startAsync();
    }

    @Override
    public void close() {
        events.close();
    }

    void measure(Scene scene, Ride ride) throws InterruptedException {
        var done = new CountDownLatch(1);
        var threads = ManagementFactory.getThreadMXBean();
        TimeUnit.SECONDS.sleep(2); // what came before is delivered first
        record(true);
        double before = rendererMillis();
        Windows.inFx(() -> {
            long[] begun = {0, 0, 0, 0};
            Runnable laidOut = () -> {
                if (begun[1] > 0) {
                    double wall = (System.nanoTime() - begun[1]) * MS;
                    double cpu = (threads.getCurrentThreadCpuTime() - begun[2]) * MS;
                    frames.add(new Frame(ride.zoom(), ride.now(), wall, cpu, begun[3] * MS));
                    begun[1] = 0;
                }
            };
            scene.addPostLayoutPulseListener(laidOut);
            new AnimationTimer() {
                private long last;

                @Override
                public void handle(long now) {
                    long start = System.nanoTime();
                    if (begun[0] == 0) {
                        begun[0] = start;
                    }
                    begun[3] = last == 0 ? 0 : start - last;
                    last = start;
                    begun[2] = threads.getCurrentThreadCpuTime();
                    begun[1] = start;
                    if (!ride.step(start - begun[0])) {
                        stop();
                        scene.removePostLayoutPulseListener(laidOut);
                        done.countDown();
                    }
                }
            }.start();
        });
        done.await(10, TimeUnit.MINUTES);
        renderer = rendererMillis() - before;
        TimeUnit.SECONDS.sleep(2); // the stream delivers every second
        record(false);
    }

    private synchronized void record(boolean now) {
        measuring = now;
    }

    /** Processor time of all threads so far. */
    static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Processor time of the toolkit's render thread so far. */
    private static double rendererMillis() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .filter(id -> {
                    var info = threads.getThreadInfo(id);
                    return info != null && info.getThreadName().startsWith("QuantumRenderer");
                })
                .mapToDouble(id -> threads.getThreadCpuTime(id) * MS)
                .sum();
    }

    private synchronized void phase(RecordedEvent event) {
        if (!measuring) {
            return;
        }
        double millis = event.getDuration().toNanos() * MS;
        String name = event.getString("phaseName");
        phases.merge(event.getInt("pulseId"), millis, Double::sum);
        byPhase.merge(name, new double[] {millis, millis, 1}, (a, b) ->
                new double[] {a[0] + b[0], Math.max(a[1], b[1]), a[2] + 1});
    }

    private synchronized void pause(RecordedEvent event) {
        if (measuring) {
            collections++;
            longestPause =
                    Math.max(longestPause, event.getDuration("longestPause").toNanos() * MS);
        }
    }

    synchronized void print() {
        print(
                "FX thread, step and layout, by the clock",
                frames.stream().mapToDouble(Frame::wall).toArray());
        print(
                "FX thread, step and layout, processor time",
                frames.stream().mapToDouble(Frame::cpu).toArray());
        print(
                "all phases of a pulse in both threads",
                phases.values().stream().mapToDouble(d -> d).toArray());
        print(
                "from pulse to pulse",
                frames.stream().skip(1).mapToDouble(Frame::apart).toArray());
        byPhase.forEach((name, sum) -> System.out.printf(
                Locale.ROOT,
                "  phase %-34s mean %6.2f ms, longest %6.1f ms, %,d times%n",
                name,
                sum[0] / sum[2],
                sum[1],
                (long) sum[2]));
        String worst = "";
        double worstMillis = 0;
        for (int zoom = 0; zoom < Ride.zooms(); zoom++) {
            int step = zoom;
            var here = frames.stream().filter(f -> f.zoom() == step).toList();
            if (here.isEmpty()) {
                continue;
            }
            String name = here.getFirst().where().split(",(?= [A-Z])")[0];
            print(
                    "  " + name + ", by the clock",
                    here.stream().mapToDouble(Frame::wall).toArray());
            double[] processor = here.stream().mapToDouble(Frame::cpu).sorted().toArray();
            print("  " + name + ", processor", processor);
            if (processor[processor.length * 95 / 100] > worstMillis) {
                worstMillis = processor[processor.length * 95 / 100];
                worst = name;
            }
        }
        System.out.printf(Locale.ROOT, "worst zoom: %s, p95 %.2f ms of processor time%n", worst, worstMillis);
        frames.stream()
                .sorted((a, b) -> Double.compare(b.wall(), a.wall()))
                .limit(5)
                .forEach(f -> System.out.printf(
                        Locale.ROOT,
                        "  worst: %.1f ms by the clock, %.1f ms processor, %s%n",
                        f.wall(),
                        f.cpu(),
                        f.where()));
        System.out.printf(
                Locale.ROOT,
                "render thread: %.2f ms of processor time per frame; %d garbage collections, longest pause %.1f ms; %s%n",
                renderer / Math.max(1, frames.size()),
                collections,
                longestPause,
                "load of the machine "
                        + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void print(String what, double[] times) {
        Arrays.sort(times);
        if (times.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: p50 %.2f ms, p95 %.2f ms, max %.2f ms, %,d over 50 ms of %,d%n",
                    what,
                    times[times.length / 2],
                    times[times.length * 95 / 100],
                    times[times.length - 1],
                    Arrays.stream(times).filter(t -> t > 50).count(),
                    times.length);
        }
    }
}
