package org.ethotag.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;

/**
 * A study written bout by bout: {@code "20 rest 0.02"} is twenty seconds labelled rest, moving to and fro by 0.02 g, and
 * {@code "5 - 0"} five seconds without a label. Samples are reproducible.
 */
public final class WrittenStudy {
    /** Samples per second. */
    public static final int RATE_HZ = 10;

    private static final Instant MORNING = Instant.parse("2025-05-04T06:00:00Z");
    private static final double STEPS_HZ = 1.7;
    private static final double NOISE_G = 0.004;

    private WrittenStudy() {}

    /** Writes a file whose name begins with the animal and {@code _}. */
    public static Path file(Path folder, String name, String... bouts) {
        var rows = new ArrayList<String>();
        rows.add("time,x,y,z,label");
        var random = new Random(name.hashCode());
        int sample = 0;
        for (String bout : bouts) {
            var words = bout.split(" ");
            double amplitude = Double.parseDouble(words[2]);
            int end = sample + RATE_HZ * Integer.parseInt(words[0]);
            for (; sample < end; sample++) {
                double moved = amplitude * Math.sin(2 * Math.PI * STEPS_HZ * sample / RATE_HZ);
                rows.add(MORNING.plusMillis(1000L / RATE_HZ * sample) + "," + noisy(moved, random) + ","
                        + noisy(moved / 2, random) + "," + noisy(1, random) + ","
                        + (words[1].equals("-") ? "" : words[1]));
            }
        }
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name + ".csv"), rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static float noisy(double value, Random random) {
        return (float) (value + NOISE_G * random.nextGaussian());
    }

    /** As many of the same in a row, five seconds without a label after each. */
    public static String[] times(int count, String... bouts) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            for (String bout : bouts) {
                all.add(bout);
                all.add("5 - 0");
            }
        }
        return all.toArray(String[]::new);
    }

    /** These bouts and then those. */
    public static String[] then(String[] bouts, String... more) {
        var all = new ArrayList<>(List.of(bouts));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Makes a study of such files. */
    public static void create(Path study, Path... files) {
        try (var project = Project.create(study, "Written")) {
            var settings = ImportSettings.guessed()
                    .withNamePattern("(?<animal>[^_]+)_.*")
                    .withZone("UTC")
                    .withUnit("g");
            new Workflow(project).run(new ImportStep(List.of(files), settings), JobMonitor.unwatched());
        }
    }
}
