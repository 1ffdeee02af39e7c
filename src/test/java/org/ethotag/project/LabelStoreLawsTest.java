package org.ethotag.project;

import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.Tracks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelStoreLawsTest {
    private static final List<String> BEHAVIOURS = List.of("graze", "walk", "rest");

    @TempDir
    Path folder;

    @Test
    void theBoutsInTheFileAreWhatTheLogLeadsTo() {
        trials(8, random -> {
            var study = newFolder();
            try (var project = Project.create(study, "laws")) {
                project.addSession(ProjectTest.session("s1"), bouts("100-300 graze", "300-500 rest"));
                for (int i = 0; i < 40; i++) {
                    switch (random.nextInt(4)) {
                        case 0 -> project.undo("s1");
                        case 1 -> project.redo("s1");
                        default ->
                            project.edit(
                                    "s1", "Edit", Tracks.randomEdit(random, project.labels("s1"), 1000, BEHAVIOURS));
                    }
                    assertEquals(project.labels("s1").bouts(), boutsBySql(study));
                }
                assertEquals(project.labels("s1"), replay(project, "s1"));
            }
        });
    }

    @Test
    void undoingAllGivesBackTheImportAndRedoingAllTheLastState() {
        trials(8, random -> {
            try (var project = Project.create(newFolder(), "laws")) {
                project.addSession(ProjectTest.session("s1"), bouts("100-300 graze", "300-500 rest"));
                var first = project.labels("s1");
                for (int i = 0; i < 40; i++) {
                    project.edit("s1", "Edit", Tracks.randomEdit(random, project.labels("s1"), 1000, BEHAVIOURS));
                }
                var last = project.labels("s1");
                int undone = 0;
                for (Optional<HistoryStep> step = project.undo("s1"); step.isPresent(); step = project.undo("s1")) {
                    undone++;
                }
                assertEquals(first, project.labels("s1"));
                for (int i = 0; i < undone; i++) {
                    project.redo("s1");
                }
                assertEquals(last, project.labels("s1"));
            }
        });
    }

    /** The main track of a session as its log alone says. */
    static LabelTrack replay(Project project, String session) {
        var track = LabelTrack.empty(Project.MAIN_TRACK);
        for (LoggedEdit logged : project.edits(session)) {
            track = switch (logged.state()) {
                case BASE, DONE -> track.apply(logged.edit());
                case UNDONE, DROPPED -> track;
            };
        }
        return track;
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "study");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Bout> boutsBySql(Path study) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + study.resolve("study.ethotag"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT from_sample, to_sample, behaviour FROM labels"
                        + " WHERE session = 's1' AND track = 'labels' ORDER BY from_sample")) {
            var bouts = new ArrayList<Bout>();
            while (rows.next()) {
                bouts.add(new Bout(new SampleRange(rows.getLong(1), rows.getLong(2)), rows.getString(3)));
            }
            return bouts;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
