package org.ethotag.quantization.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.LayerName;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Students;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Windows per second of the plain loop and of many windows side by side, in one run, medians of repeated runs; {@code mvn
 * test -Dtest=BatchEngineBenchmark -Dbenchmark.windows=10000}. Time on the clock and time of the processors: the latter is
 * what counts on a machine with other work.
 */
@EnabledIfSystemProperty(named = "benchmark.windows", matches = "[0-9]+", disabledReason = "a benchmark, run by hand")
class BatchEngineBenchmark {
    private static final int SAMPLES = 256;
    private static final int RUNS = 7;
    private static final int PLAIN_WINDOWS = 300;
    private static final double NANO = 1e-9;

    private final LongSupplier processors =
            ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())::getProcessCpuTime;
    private final JobMonitor unwatched = JobMonitor.unwatched();

    /** Medians in seconds. */
    private record Time(double clock, double processors) {}

    @Test
    void plainLoopAgainstManyWindowsSideBySide() {
        var windows = windows(Integer.getInteger("benchmark.windows"));
        System.out.printf(
                "%d windows of %d x 3, %d processors%n",
                windows.size(), SAMPLES, Runtime.getRuntime().availableProcessors());
        for (int hidden : new int[] {16, 32, 64}) {
            compare(Students.random(new Random(1), hidden, 16, 5, 1), windows);
        }
    }

    private void compare(StudentModel student, List<float[]> windows) {
        var graph = Students.quantize(student, 16);
        var source = WindowSource.of(windows);
        var plain = time(() -> plain(graph, windows));
        var first = time(() -> new BatchEngine(source).run(graph, unwatched));
        var engine = new BatchEngine(source);
        var next = new ArrayList<>(settings(student));
        engine.run(graph, unwatched);
        var change = time(() -> engine.run(next.removeFirst(), unwatched));
        var last = Students.quantize(
                student, QuantizationSettings.defaults().with(LayerName.DENSE1, layer -> layer.withWeightBits(8)));
        var head = time(() -> engine.run(last, unwatched));
        int count = windows.size();
        double plainRate = PLAIN_WINDOWS / plain.processors;
        double batchRate = count / change.processors;
        System.out.printf(
                "H = %d: windows per second of one processor: plain loop %.0f, side by side %.0f, ratio %.1f%n",
                student.hidden(), plainRate, batchRate, batchRate / plainRate);
        System.out.printf(
                "   on the clock: first answer %.3f s, other settings %.3f s (%.0f windows/s), another perceptron %.3f s;"
                        + " plain loop %.0f windows/s%n",
                first.clock, change.clock, count / change.clock, head.clock, PLAIN_WINDOWS / plain.clock);
    }

    /** One for every run, so that nothing that is kept helps. */
    private static List<QuantizedGraph> settings(StudentModel student) {
        return IntStream.range(0, RUNS)
                .mapToObj(run -> Students.quantize(
                        student, QuantizationSettings.defaults().withAll(layer -> layer.withStateBits(15 - run))))
                .toList();
    }

    private static void plain(QuantizedGraph graph, List<float[]> windows) {
        var engine = new IntegerEngine(graph);
        int[] last = new int[0];
        for (int i = 0; i < PLAIN_WINDOWS; i++) {
            last = engine.logits(graph.counts(windows.get(i % windows.size())));
        }
        assertThat(last).hasSize(graph.classes().size());
    }

    private Time time(Runnable work) {
        double[] clock = new double[RUNS];
        double[] busy = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            long before = processors.getAsLong();
            work.run();
            busy[run] = NANO * (processors.getAsLong() - before);
            clock[run] = NANO * (System.nanoTime() - start);
        }
        Arrays.sort(clock);
        Arrays.sort(busy);
        return new Time(clock[RUNS / 2], busy[RUNS / 2]);
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
