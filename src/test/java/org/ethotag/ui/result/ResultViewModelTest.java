package org.ethotag.ui.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ethotag.label.LabelEdit;
import org.ethotag.project.Project;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.HerdStudy;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.result.Provenance;
import org.ethotag.workflow.result.ResultReport;
import org.ethotag.workflow.result.ResultRequest.What;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultViewModelTest {
    @TempDir
    private Path folder;

    private final Jobs jobs = Jobs.immediate();
    private final List<Throwable> problems = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(jobs, problems::add);
    private final ResultViewModel model =
            new ResultViewModel(jobs, study, problems::add, (session, range) -> opened.add(session + " " + range));

    private void open(boolean second, boolean run) {
        HerdStudy.create(folder.resolve("herd"), 2, 2, second, run);
        study.open(folder.resolve("herd"));
        model.setVisible(true);
    }

    @AfterEach
    void closeTheStudy() {
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void tracksComeFirstThenRuns() {
        open(true, true);
        assertEquals(
                List.of("labels", "ben", "crossvalidation-1"),
                model.choices().stream().map(Choice::words).toList());
        assertEquals(Provenance.LABELS, shown().report().results().provenance());
    }

    @Test
    void modelsAreComparedOnARunEvenIfATrackWasChosen() {
        open(false, true);
        model.whatProperty().set(What.MODELS);
        var shift = ((ResultReport.Models) shown().report()).shift();
        assertEquals(
                List.of("labels", "teacher", "distilled H=32", "fixed H=32"),
                List.copyOf(shift.budgets().keySet()));
        assertEquals(Provenance.OUT_OF_FOLD, shift.run().provenance());
    }

    @Test
    void withoutARunThereIsNothingToCompare() {
        open(false, false);
        model.whatProperty().set(What.MODELS);
        assertNull(model.shownProperty().get());
    }

    @Test
    void aRunIsShownWithItsLastModelUntilAnotherIsChosen() {
        open(false, true);
        model.choiceProperty().set(model.choices().getLast());
        assertEquals("crossvalidation-1 fixed H=32", shown().report().results().title());
        model.modelProperty().set("teacher");
        assertEquals("crossvalidation-1 teacher", shown().report().results().title());
        model.whatProperty().set(What.ACTOGRAM);
        assertEquals("crossvalidation-1 teacher", shown().report().results().title());
    }

    @Test
    void anAnimalIsShownAlone() {
        open(false, false);
        model.animalProperty().set("cow-02");
        assertEquals(
                List.of("cow-02"),
                ((ResultReport.Budget) shown().report()).budget().animals());
    }

    @Test
    void labelsThatChangedMeanwhileCountWhenThePageComesBack() {
        open(false, false);
        model.setVisible(false);
        study.project()
                .orElseThrow()
                .edit("s1", Project.MAIN_TRACK, "erase", new LabelEdit.Erase(new SampleRange(0, 1_728_000)));
        model.setVisible(true);
        assertEquals(
                List.of("cow-02"),
                ((ResultReport.Budget) shown().report()).budget().labelledAnimals());
    }

    @Test
    void aBoutOpensWhereItLies() {
        open(false, false);
        model.whatProperty().set(What.BOUTS);
        var row = ((ResultReport.Bouts) shown().report()).bouts().rows().getFirst();
        model.open(row);
        var first = study.project().orElseThrow().labels("s1").bouts().getFirst();
        assertEquals(List.of("s1 " + first.range()), opened);
    }

    @Test
    void aClosedStudyShowsNothing() {
        open(false, false);
        study.close();
        assertNull(model.shownProperty().get());
        assertThat(model.choices()).isEmpty();
    }

    private Shown shown() {
        return Objects.requireNonNull(model.shownProperty().get());
    }
}
