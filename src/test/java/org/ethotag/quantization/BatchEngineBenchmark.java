package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Windows per second of the plain loop and of many windows side by side, in one run, medians of repeated runs; {@code mvn
 * test -Dtest=BatchEngineBenchmark -Dbenchmark.windows=10000}.
 */
@EnabledIfSystemProperty(named = "benchmark.windows", matches = "[0-9]+", disabledReason = "a benchmark, run by hand")
class BatchEngineBenchmark {
    private static final int SAMPLES = 256;
    private static final int RUNS = 7;
    private static final int PLAIN_WINDOWS = 300;
    private static final double NANO = 1e-9;

    @Test
    void plainLoopAgainstManyWindowsSideBySide() {
        int count = Integer.getInteger("benchmark.windows");
        var windows = windows(count);
        var source = WindowSource.of(windows);
        System.out.printf("%d windows of %d x 3, %d processors%n", count, SAMPLES, Runtime.getRuntime().availableProcessors());
        for (int hidden : new int[] {16, 32, 64}) {
            var student = Students.random(new Random(1), hidden, 16, 5, 1);
            var graph = Students.quantize(student, 16);
            var other = Students.quantize(student, QuantizationSettings.defaults().withAll(l -> l.withStateBits(12)));
            double plain = median(() -> plain(graph, windows));
            double first = median(() -> new BatchEngine(source).run(graph, JobMonitor.unwatched()));
            var engine = new BatchEngine(source);
            engine.run(graph, JobMonitor.unwatched());
            var next = new ArrayList<>(List.of(other, graph));
            double change = median(() -> {
                next.add(next.removeFirst());
                engine.forgetStates();
                engine.run(next.getFirst(), JobMonitor.unwatched());
            });
            var head = median(() -> engine.run(next.getFirst(), JobMonitor.unwatched()));
            double plainRate = PLAIN_WINDOWS / plain;
            System.out.printf(
                    "H = %d: plain loop %.0f windows/s on one core; side by side %.0f windows/s on all (x %.1f)%n",
                    hidden, plainRate, count / change, count / change / plainRate);
            System.out.printf("   first answer %.3f s, another setting %.3f s, another perceptron %.3f s%n", first, change, head);
        }
    }

    private static void plain(QuantizedGraph graph, List<float[]> windows) {
        var engine = new IntegerEngine(graph);
        int sum = 0;
        for (int i = 0; i < PLAIN_WINDOWS; i++) {
            sum += engine.logits(graph.counts(windows.get(i % windows.size())))[0];
        }
        assertThat(sum).isNotEqualTo(1);
    }

    private static double median(Runnable work) {
        double[] seconds = IntStream.range(0, RUNS)
                .mapToDouble(run -> {
                    long start = System.nanoTime();
                    work.run();
                    return NANO * (System.nanoTime() - start);
                })
                .sorted()
                .toArray();
        return seconds[RUNS / 2];
    }

    private static List<float[]> windows(int count) {
        var random = new Random(3);
        var windows = new ArrayList<float[]>();
        for (int i = 0; i < count; i++) {
            float[] window = new float[3 * SAMPLES];
            for (int j = 0; j < window.length; j++) {
                window[j] = (float) (0.4 * random.nextGaussian() - (j / SAMPLES == 1 ? 1 : 0));
            }
            windows.add(window);
        }
        return windows;
    }
}
