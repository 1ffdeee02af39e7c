package org.ethotag.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Resident memory of the process over many epochs, and windows per second of inference: {@code mvn test
 * -Dtest=TrainingMemoryBenchmark -Dbenchmark.epochs=200}. Linux only, because it reads {@code /proc}.
 */
@EnabledIfSystemProperty(named = "benchmark.epochs", matches = "[0-9]+", disabledReason = "a benchmark, run by hand")
class TrainingMemoryBenchmark {
    private static final int EPOCHS = Integer.getInteger("benchmark.epochs", 200);
    private static final int ASKED = 4096;
    private static final int FEW = 256;
    private static final Path STATUS = Path.of("/proc/self/status");

    private final JobMonitor unwatched = JobMonitor.unwatched();

    @Test
    void residentMemoryOverManyEpochs() {
        var data = new TrainingData(Learners.separable(600, 1), Learners.separable(120, 2));
        var resident = new ArrayList<Long>();
        var settings = TrainingSettings.student()
                .withEpochs(EPOCHS)
                .withAugmentation(Augmentation.collar().with(0.02, 0.1));
        Distillation.withoutTeacher(
                data, StudentShape.of(32), settings, _ -> resident.add(residentKilobytes()), JobMonitor.unwatched());
        for (int epoch : new int[] {1, EPOCHS / 10, EPOCHS / 4, EPOCHS / 2, EPOCHS * 3 / 4, EPOCHS}) {
            System.out.printf(Locale.ROOT, "epoch %d: %.0f MB resident%n", epoch, resident.get(epoch - 1) / 1024.0);
        }
    }

    @Test
    void windowsPerSecond() {
        for (int samples : new int[] {51, 256}) {
            var windows = TrainingRivalsBenchmark.windows(ASKED, samples, 1);
            for (int hidden : new int[] {16, 32, 64}) {
                var student = Learners.student(hidden, samples, new Random(1));
                print("student H " + hidden, windows, some -> Inference.logits(student, windows, some, unwatched));
            }
            var few = windows.only(IntStream.range(0, FEW).toArray());
            var settings = TrainingSettings.teacher().withEpochs(1).withThreads(1);
            var teacher = TeacherTraining.train(TrainingData.all(few), 1, settings, _ -> {}, unwatched)
                    .model();
            print("teacher, full width", few, some -> Inference.logits(teacher, few, some, unwatched));
        }
    }

    /** The best of three: other programs only ever make it slower. */
    private static void print(String who, Dataset windows, Consumer<int[]> ask) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            ask.accept(windows.allIndices());
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, windows of %d samples: %.0f windows per second of processor time%n",
                who,
                windows.spec().lengthSamples(),
                windows.size() / (best * 1e-9));
    }

    private static long residentKilobytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.valueOf(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
