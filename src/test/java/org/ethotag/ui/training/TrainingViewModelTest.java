package org.ethotag.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.ui.evaluation.ComparisonViewModel;
import org.ethotag.ui.evaluation.ModelCard;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the form to the windows behind a number, with networks as small as they come. */
class TrainingViewModelTest {
    private static final int LONG_WINDOW = 1024;

    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final List<SampleRange> opened = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final TrainingViewModel model = new TrainingViewModel(Jobs.immediate(), study, problems::add);
    private final ComparisonViewModel comparison =
            new ComparisonViewModel(Jobs.immediate(), study, problems::add, (_, range) -> opened.add(range));

    @BeforeEach
    void openStudy() throws IOException {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        study.open(folder.resolve("study"));
        model.windowSamplesProperty().set(LONG_WINDOW);
        model.teacherSizeProperty().set(TrainingViewModel.TeacherSize.QUARTER);
        model.hiddenProperty().set(16);
        model.teacherEpochsProperty().set(1);
        model.studentEpochsProperty().set(1);
    }

    @AfterEach
    void closeStudy() {
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void theDefaultTrainsForTheTagAndJudgesOnEveryAnimalInTurn() {
        model.start();
        assertThat(study.runs().stream().map(RunManifest::kind))
                .containsExactly("teacher", "student", "crossvalidation");
        assertThat(model.curve().stream().map(CurvePoint::model)).containsExactly("teacher", "student", "distilled");
        assertThat(model.stateProperty().get()).isInstanceOf(JobState.Succeeded.class);
        everyCellListsItsWindows();
    }

    private void everyCellListsItsWindows() {
        assertThat(comparison.shown())
                .extracting(card -> card.model().name())
                .containsExactly("teacher", "distilled", "fixed");
        ModelCard card = comparison.shown().getFirst();
        for (int truth = 0; truth < card.matrix().classes().size(); truth++) {
            for (int answer = 0; answer < card.matrix().classes().size(); answer++) {
                comparison.choose(card, truth, answer);
                assertThat(comparison.windows()).hasSize((int) card.matrix().count(truth, answer));
            }
        }
        comparison.windows().stream().findFirst().ifPresent(comparison::open);
        assertThat(opened).allMatch(range -> range.length() == LONG_WINDOW);
    }

    @Test
    void anAnimalIsHeldOutWithoutBeingAsked() {
        assertThat(model.animals()).containsExactly("cow1", "cow2", "cow3");
        assertThat(model.heldOut()).containsExactly("cow3");
    }
}
