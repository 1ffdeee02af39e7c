package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.range;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethotag.label.Comment;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.project.Project;
import org.ethotag.testkit.SampleStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsCommandTest {
    @TempDir
    private Path folder;

    private Path study;
    private String session = "";

    @BeforeEach
    void record() throws IOException {
        study = folder.resolve("study");
        SampleStudy.createRecorded(study, "Study", folder.resolve("raw"));
        try (var project = Project.open(study)) {
            session = project.sessions().getFirst().name();
        }
    }

    @Test
    void aTrackWithOverlapsAndCommentsGoesOutAndComesBackOnAnother() throws IOException {
        var file = write("""
                from,to,start,end,behaviour,comment
                0,600,,,lying,"calm, head down"
                100,700,,,ruminating,
                650,651,,,,dog barks
                """);
        done("labels", "import", study, file, "--session", session, "--track", "ada", "--overlapping");
        var out = folder.resolve("out.csv");
        var answer = done("labels", "export", study, out, "--session", session, "--track", "ada", "--json");
        assertEquals(
                List.of(2, 2),
                List.of(
                        answer.json().get("bouts").asInt(),
                        answer.json().get("comments").asInt()));
        done("labels", "import", study, out, "--session", session, "--track", "copy", "--overlapping");
        try (var project = Project.open(study)) {
            var id = project.sessions().getFirst().id();
            assertEquals(
                    LabelTrack.exactly(
                            "copy",
                            TrackKind.OVERLAPPING,
                            bouts("0-600 lying", "100-700 ruminating"),
                            List.of(
                                    new Comment(range("0-600"), "calm, head down"),
                                    new Comment(range("650-651"), "dog barks"))),
                    project.labels(id, "copy"));
            assertEquals(project.labels(id, "copy").named("ada"), project.labels(id, "ada"));
            assertEquals(Optional.of("Import comments"), project.undoName(id, "ada"));
        }
    }

    @Test
    void overlapsOnAnExclusiveTrackAreCountedAndTheLaterBoutHolds() throws IOException {
        var file = write("from,to,start,end,behaviour\n0,600,,,lying\n100,700,,,walking\n");
        var answer = done("labels", "import", study, file, "--session", session, "--track", "ada", "--json");
        assertEquals(1, answer.json().get("overlaps").asInt());
        try (var project = Project.open(study)) {
            var id = project.sessions().getFirst().id();
            assertEquals(
                    bouts("0-100 lying", "100-700 walking"),
                    project.labels(id, "ada").bouts());
        }
    }

    @Test
    void severalTracksAreTiersAndOnlyInElan() throws IOException {
        done(
                "labels",
                "import",
                study,
                write("from,to,start,end,behaviour\n5,9,,,lying\n"),
                "--session",
                session,
                "--track",
                "ada");
        var eaf = folder.resolve("both.eaf");
        done("labels", "export", study, eaf, "--session", session, "--track", "labels,ada", "--format", "elan");
        assertThat(Files.readString(eaf)).contains("TIER_ID=\"ada@cow1\"").contains("TIER_ID=\"cow1\"");
        refused("Only one track", "labels", "export", study, eaf, "--session", session, "--track", "labels,ada");
        refused("no track nobody", "labels", "export", study, eaf, "--session", session, "--track", "nobody");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text);
    }

    private static CommandRun done(Object... words) {
        var run = CommandRun.of(words);
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }

    private static void refused(String says, Object... words) {
        var run = CommandRun.of(words);
        assertEquals(1, run.exitCode(), run.err());
        assertThat(run.err()).contains(says);
    }
}
