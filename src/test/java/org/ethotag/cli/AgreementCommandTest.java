package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ethotag.label.LabelEdit;
import org.ethotag.project.Project;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two annotators of one session: kappa worked out by hand, the list of disagreements, and what is refused. */
class AgreementCommandTest {
    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void labelTwice() {
        study = folder.resolve("study");
        SampleStudy.createUnlabelled(study, "Two annotators");
        try (var project = Project.open(study)) {
            label(project, "anna", 0, 600, "resting");
            label(project, "anna", 600, 1000, "grazing");
            label(project, "ben", 0, 500, "resting");
            label(project, "ben", 500, 1000, "grazing");
        }
    }

    private static void label(Project project, String track, long from, long to, String behaviour) {
        project.edit("s1", track, "label", new LabelEdit.Label(new SampleRange(from, to), behaviour));
    }

    @Test
    void kappaIsTheOneWorkedOutByHand() {
        // 900 of 1000 agree; chance .6 x .5 + .4 x .5 = .5; kappa (.9 - .5) / .5 = .8. Bouts: both pairs share over 60
        // %.
        var run = CommandRun.of("agreement", study, "--session", "s1", "--a", "anna", "--b", "ben", "--json");
        assertEquals(0, run.exitCode(), run.err());
        var samples = run.json().get("samples");
        assertEquals(0.8, samples.get("kappa").asDouble(), 1e-12);
        assertEquals(0.9, samples.get("observed").asDouble(), 1e-12);
        assertEquals(0.8, samples.get("prevalenceAdjusted").asDouble(), 1e-12);
        assertEquals("[[400,0],[100,500]]", samples.get("confusion").toString());
        assertEquals(1.0, run.json().get("bouts").get("kappa").asDouble(), 1e-12);
        assertEquals(1, run.json().get("disagreements").asInt());
    }

    @Test
    void theListHasEachStretchInRealTime() throws IOException {
        var list = folder.resolve("list.csv");
        var run = CommandRun.of("agreement", study, "--all", "--a", "anna", "--b", "ben", "--list", list);
        assertEquals(0, run.exitCode(), run.err());
        assertThat(run.out()).contains("kappa 0.800");
        assertEquals("""
                session,animal,from,to,start,end,seconds,anna,ben
                collar_cow-01_1,cow-01,500,600,2025-03-28T07:30:20+01:00,2025-03-28T07:30:24+01:00,4.000,resting,grazing
                """, Files.readString(list));
    }

    @Test
    void aTrackThatIsNotThereIsNamedBesideThoseThatAre() {
        var run = CommandRun.of("agreement", study, "--all", "--a", "anna", "--b", "carla");
        assertEquals(1, run.exitCode());
        assertThat(run.err()).contains("carla", "anna, ben");
    }

    @Test
    void tracksWithoutACommonStretchHaveNoAgreement() {
        try (var project = Project.open(study)) {
            label(project, "late", 2000, 2100, "resting");
        }
        var run = CommandRun.of("agreement", study, "--all", "--a", "anna", "--b", "late");
        assertEquals(1, run.exitCode());
        assertThat(run.err()).contains("no stretch of time in common");
    }

    @Test
    void withoutASessionItIsWrongUsage() {
        assertEquals(
                2,
                CommandRun.of("agreement", study, "--a", "anna", "--b", "ben").exitCode());
        assertEquals(
                2,
                CommandRun.of("agreement", study, "--all", "--a", "anna", "--b", "ben", "--overlap", "0.4")
                        .exitCode());
    }
}
