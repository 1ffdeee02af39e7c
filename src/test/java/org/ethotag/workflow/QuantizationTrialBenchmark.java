package org.ethotag.workflow;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentModel;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Quantizer;
import org.ethotag.quantization.Rounding;
import org.ethotag.quantization.SensorScale;
import org.ethotag.quantization.Students;
import org.ethotag.quantization.batch.BatchEngine;
import org.ethotag.quantization.batch.WindowSource;
import org.ethotag.signal.WindowSpec;
import org.ethotag.workflow.quantization.QuantizationTrial;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.ModelNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * From changed settings to matrix, scores and the list of flips, as the quantize page does it: {@code mvn test
 * -Dtest=QuantizationTrialBenchmark -Dbenchmark.windows=10000}. By the clock and by the processors, for a machine with
 * other work.
 */
@EnabledIfSystemProperty(named = "benchmark.windows", matches = "[0-9]+", disabledReason = "a benchmark, run by hand")
class QuantizationTrialBenchmark {
    private static final int HIDDEN = 32;
    private static final int SAMPLES = 256;
    private static final int RUNS = 9;
    private static final double NANO = 1e-9;

    @Test
    void fromASettingToANewMatrix() {
        var bench = bench(Integer.getInteger("benchmark.windows"));
        LongSupplier processors =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())::getProcessCpuTime;
        var settings = QuantizationSettings.defaults().withSensor(SensorScale.int16(4));
        for (int run = 0; run < RUNS; run++) {
            int bits = Short.SIZE - run;
            var graph = Quantizer.quantize(
                    bench.student(),
                    bench.training(),
                    settings.withAll(layer -> layer.withStateBits(bits).withRounding(Rounding.DOWN)));
            long before = processors.getAsLong();
            bench.engine().run(graph, JobMonitor.unwatched());
            long between = processors.getAsLong();
            long clock = System.nanoTime();
            var trial = QuantizationTrial.of(
                    bench, settings.withAll(layer -> layer.withStateBits(bits)), JobMonitor.unwatched());
            double seconds = (System.nanoTime() - clock) * NANO;
            System.out.printf(
                    "state of %d bits, %d flips: %.3f s by the clock, %.3f s of processors; the engine alone %.3f s of"
                            + " processors%n",
                    bits,
                    trial.flips().size(),
                    seconds,
                    (processors.getAsLong() - between) * NANO,
                    (between - before) * NANO);
        }
    }

    private static QuantizationBench bench(int windows) {
        var small = Students.random(new Random(1), HIDDEN, 16, 5, 1);
        var student = new StudentModel(
                small.spec(),
                small.weights(),
                small.normalization(),
                new WindowSpec(SAMPLES, 64),
                small.rate(),
                small.classes());
        Dataset dataset = Students.smooth(new Random(2), windows, student);
        float[][] logits = IntStream.range(0, windows)
                .mapToObj(i -> new float[] {1, 0, 0, 0, 0})
                .toArray(float[][]::new);
        var run = new RunManifest("student-1", "student", Instant.EPOCH, Map.of(), Map.of(), 0, Map.of());
        return new QuantizationBench(
                run,
                student,
                dataset,
                dataset,
                false,
                logits,
                new ModelAnswers(ModelNames.TEACHER, 0, Collections.nCopies(windows, 0), 0, 0),
                new BatchEngine(WindowSource.of(dataset, dataset.allIndices())));
    }
}
