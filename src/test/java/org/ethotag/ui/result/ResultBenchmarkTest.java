package org.ethotag.ui.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.BoutLink;
import org.ethotag.picture.Picture;
import org.ethotag.project.Project;
import org.ethotag.testkit.HerdStudy;
import org.ethotag.workflow.result.ResultReport;
import org.ethotag.workflow.result.ResultRequest;
import org.ethotag.workflow.result.ResultRequest.What;
import org.ethotag.workflow.result.StudyAgreement;
import org.ethotag.workflow.result.StudyResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how long results of a large study take: {@code -Dtest=ResultBenchmarkTest -Dresult.sessions=300 -Dresult.days=30}. */
class ResultBenchmarkTest {
    @TempDir
    private Path folder;

    @Test
    void resultsOfALargeStudy() {
        int sessions = Integer.getInteger("result.sessions", 0);
        int days = Integer.getInteger("result.days", 30);
        assumeTrue(sessions > 0, "a benchmark runs with -Dresult.sessions=N");
        timed("make the study", () -> {
            HerdStudy.create(folder.resolve("herd"), sessions, days, true, false);
            return 0;
        });
        try (var project = Project.open(folder.resolve("herd"))) {
            var results = timed("read labels", () -> StudyResults.ofLabels(project, "labels", JobMonitor.unwatched()));
            for (What what : new What[] {What.BUDGET, What.ACTOGRAM, What.BOUTS, What.TRANSITIONS}) {
                var report = timed("count " + what, () -> ResultReport.of(results, ResultRequest.usual(what)));
                var picture = timed("draw " + what, report::picture);
                timed("write SVG of " + what, () -> picture.file(Picture.Format.SVG).length);
                timed("write CSV of " + what, () -> report.csv().length());
                System.out.printf(
                        "  %,d marks, %.0f x %.0f%n", picture.marks().size(), picture.width(), picture.height());
            }
            var agreement = timed(
                    "compare two tracks",
                    () -> StudyAgreement.of(
                            project,
                            project.sessions(),
                            "labels",
                            "ben",
                            BoutLink.USUAL_OVERLAP,
                            JobMonitor.unwatched()));
            timed("intervals of kappa", agreement::sampleInterval);
            assertEquals(sessions, agreement.sessions().size());
        }
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long from = System.nanoTime();
        T result = work.get();
        System.out.printf("%-28s %8.2f s%n", what, (System.nanoTime() - from) / 1e9);
        return result;
    }
}
