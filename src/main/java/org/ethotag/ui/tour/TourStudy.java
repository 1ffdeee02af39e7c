package org.ethotag.ui.tour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.problem.UiProblem;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;

/** The tour's own study: all sample recordings but the last, which lies beside it as a raw file with one stretch unlabelled. */
final class TourStudy {
    /** The animal whose recording the user imports. */
    static final String LAST_ANIMAL = "cow08";

    /** The behaviour whose label is missing there. */
    static final String MISSING = "resting";

    private static final String RAW_FOLDER = "raw";

    /** The stretch without a label, as rows of the file from 1: one bout of 22.5 s, with labels before and after. */
    private static final int FIRST_BLANK = 34_810;

    private static final int LAST_BLANK = 35_937;

    private TourStudy() {}

    /** The folder for a new tour: no earlier one is touched. */
    static Path freshFolder(Path user) {
        Path folder = user.resolve("tour");
        for (int number = 2; Files.exists(folder); number++) {
            folder = user.resolve("tour-" + number);
        }
        return folder;
    }

    /** The study in the folder of a tour. */
    static Path study(Path tour) {
        return tour.resolve("Tour herd");
    }

    /** The raw file of the tour on a study. */
    static Path rawFile(Path study) {
        return study.resolveSibling(RAW_FOLDER).resolve(LAST_ANIMAL + ".csv");
    }

    /**
     * Makes study and raw file; what was made is taken away again if it fails or is cancelled.
     *
     * @param tour a folder that does not exist
     * @param samples the sample recordings
     */
    static void make(Path tour, List<Path> samples, JobMonitor monitor) {
        Path study = study(tour);
        boolean whole = false;
        try {
            Files.createDirectories(tour.resolve(RAW_FOLDER));
            var last = samples.stream().filter(TourStudy::isLast).toList();
            for (Path file : last) {
                writeRaw(file, rawFile(study));
            }
            try (var project = Project.create(study, Texts.of("tour.study"))) {
                var others = samples.stream().filter(file -> !isLast(file)).toList();
                new Workflow(project)
                        .run(
                                new ImportStep(others, ImportSettings.guessed().withNamePattern("(?<animal>\\w+)")),
                                monitor);
            }
            whole = true;
        } catch (IOException failure) {
            throw new ProblemException(UiProblem.TOUR_NOT_MADE, study, failure).causedBy(failure);
        } finally {
            if (!whole) {
                delete(tour);
            }
        }
    }

    private static boolean isLast(Path file) {
        return file.getFileName().toString().startsWith(LAST_ANIMAL + ".");
    }

    private static void writeRaw(Path packed, Path raw) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8));
                var writer = Files.newBufferedWriter(raw)) {
            int row = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                boolean blank = row >= FIRST_BLANK && row <= LAST_BLANK;
                writer.write(blank ? line.substring(0, line.lastIndexOf(',') + 1) : line);
                writer.write('\n');
                row++;
            }
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            System.getLogger(TourStudy.class.getName())
                    .log(System.Logger.Level.WARNING, "left behind: " + folder + ": " + left);
        }
    }
}
