package org.ethotag.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.recording.Recording;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.sample.HerdGenerator;
import org.ethotag.sample.HerdSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a large file takes to come in, and how quickly a picture of any part of it can be had. Prints figures;
 * {@code mvn test -Dtest=LargeImportBenchmark -Dbenchmark.rows=30000000}.
 */
@EnabledIfSystemProperty(named = "benchmark.rows", matches = "[0-9]+", disabledReason = "a benchmark, run by hand")
class LargeImportBenchmark {
    private static final int COLUMNS = 1600;
    private static final int PICTURES = 2000;

    @TempDir
    private Path folder;

    @Test
    void importThenScroll() throws IOException {
        long rows = Long.getLong("benchmark.rows");
        var settings = HerdSettings.sampleData().lasting(Duration.ofMillis(rows * 20));
        var file = folder.resolve("cow.csv");
        try (var out = Files.newBufferedWriter(file)) {
            new HerdGenerator(settings).write(0, HerdGenerator.Labels.WRITTEN, out, JobMonitor.unwatched());
        }
        System.out.printf("%,d rows, %,d bytes%n", rows, Files.size(file));
        try (var project = Project.create(folder.resolve("study"), "Large")) {
            long start = System.nanoTime();
            var imported = new Workflow(project)
                    .run(
                            new ImportStep(
                                    List.of(file), ImportSettings.guessed().withAnimal("cow")),
                            JobMonitor.unwatched())
                    .getFirst();
            double seconds = (System.nanoTime() - start) * 1e-9;
            System.out.printf("import: %.1f s, %,.0f rows per second%n", seconds, rows / seconds);
            assertEquals(rows, imported.session().lengthSamples());
            start = System.nanoTime();
            try (var recording = project.recordings().open(imported.session().id())) {
                System.out.printf("open: %.1f ms%n", (System.nanoTime() - start) * 1e-6);
                scroll(recording);
            }
        }
        var runtime = Runtime.getRuntime();
        System.out.printf(
                "heap: %,d MB used of %,d MB%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
    }

    /** Pictures of three axes at random places and zooms, from single samples to the whole recording. */
    private static void scroll(Recording recording) {
        var random = new Random(1);
        float[] low = new float[COLUMNS];
        float[] high = new float[COLUMNS];
        double[] millis = new double[PICTURES];
        double widest = Math.log((double) recording.lengthSamples() / COLUMNS);
        for (int picture = 0; picture < PICTURES; picture++) {
            double perColumn = Math.exp(random.nextDouble() * widest);
            double from = random.nextDouble() * Math.max(1, recording.lengthSamples() - perColumn * COLUMNS);
            long start = System.nanoTime();
            for (int axis = 0; axis < 3; axis++) {
                recording.extremes(axis, from, perColumn, low, high);
            }
            millis[picture] = (System.nanoTime() - start) * 1e-6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "picture of 3 x %d columns: median %.2f ms, p95 %.2f ms, largest %.2f ms%n",
                COLUMNS, millis[PICTURES / 2], millis[PICTURES * 95 / 100], millis[PICTURES - 1]);
    }
}
