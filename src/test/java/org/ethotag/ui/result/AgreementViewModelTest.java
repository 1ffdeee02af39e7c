package org.ethotag.ui.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelEdit;
import org.ethotag.project.Project;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Tracks;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts on what two annotators say differently, on a study on disk. */
class AgreementViewModelTest {
    @TempDir
    private Path folder;

    private final Jobs jobs = Jobs.immediate();
    private final List<Throwable> problems = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(jobs, problems::add);
    private final AgreementViewModel model =
            new AgreementViewModel(jobs, study, problems::add, (session, range) -> opened.add(session + " " + range));

    @BeforeEach
    void twoAnnotators() {
        SampleStudy.createUnlabelled(folder.resolve("study"), "Two annotators");
        try (var project = Project.open(folder.resolve("study"))) {
            label(project, "anna", "0-600 resting", "600-900 grazing", "900-1000 walking");
            label(project, "ben", "0-500 resting", "500-800 grazing", "800-1000 resting");
        }
        study.open(folder.resolve("study"));
        model.setVisible(true);
        model.offer(List.of("anna", "ben"));
    }

    private static void label(Project project, String track, String... bouts) {
        for (String bout : bouts) {
            var one = Tracks.bout(bout);
            project.edit("s1", track, "label", new LabelEdit.Label(one.range(), one.behaviour()));
        }
    }

    @AfterEach
    void closeTheStudy() {
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void disagreementsAreListedInOrderWithoutVerdict() {
        assertEquals(
                List.of("500-600 resting grazing ", "800-900 grazing resting ", "900-1000 walking resting "), rows());
        assertEquals(
                0.7,
                Objects.requireNonNull(model.agreementProperty().get())
                        .agreement()
                        .samples()
                        .observed(),
                1e-12);
    }

    @Test
    void theFirstVerdictAlsoPutsDownWhatBothAgreeOn() {
        model.chooseFirst();
        assertEquals(Tracks.bouts("0-600 resting", "600-800 grazing"), settled());
    }

    @Test
    void oneKeyEachSettlesAllAndTheNextOneIsChosen() {
        model.chooseFirst();
        model.chooseSecond();
        assertTrue(model.chooseKey("g"));
        assertEquals(
                Tracks.bouts("0-600 resting", "600-800 grazing", "800-900 resting", "900-1000 grazing"), settled());
        assertEquals(3, model.settled());
        assertEquals(
                List.of(
                        "500-600 resting grazing resting",
                        "800-900 grazing resting resting",
                        "900-1000 walking resting grazing"),
                rows());
    }

    @Test
    void aKeyOfNoBehaviourChangesNothing() {
        assertFalse(model.chooseKey("#"));
        assertEquals(List.of(), settled());
    }

    @Test
    void verdictsCanBeTakenBackOneByOneAndNothingElseIs() {
        model.chooseFirst();
        model.chooseSecond();
        model.undo();
        assertEquals(1, model.settled());
        model.undo();
        model.undo(); // what both agree on
        model.undo(); // nothing is left to take back
        assertEquals(List.of(), settled());
        assertEquals(3, project().labels("s1", "anna").bouts().size());
    }

    @Test
    void theChosenOneOpensInItsTrace() {
        model.chooseFirst();
        model.open();
        assertEquals(List.of("s1 800-900"), opened);
    }

    @Test
    void verdictsNeverGoToOneOfTheTwoTracks() {
        model.verdictsProperty().set("ben");
        assertFalse(model.canDecide());
        model.chooseFirst();
        assertEquals(
                Tracks.bouts("0-500 resting", "500-800 grazing", "800-1000 resting"),
                project().labels("s1", "ben").bouts());
    }

    @Test
    void theTrackOfVerdictsIsNotOfferedForComparison() {
        model.chooseFirst();
        model.offer(List.of("adjudicated", "anna", "ben"));
        assertEquals("anna", model.firstProperty().get());
        assertEquals("ben", model.secondProperty().get());
    }

    private List<String> rows() {
        return model.rows().stream()
                .map(row -> row.disagreement().range() + " "
                        + row.disagreement().first() + " " + row.disagreement().second() + " " + row.verdict())
                .toList();
    }

    private List<Bout> settled() {
        return project().labels("s1", "adjudicated").cut(new SampleRange(0, 2000));
    }

    private Project project() {
        return study.project().orElseThrow();
    }
}
