package org.ethotag.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelEdit;
import org.ethotag.project.Project;
import org.ethotag.review.ReviewItem;
import org.ethotag.review.ReviewItem.Reason;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.TrainedStudy;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.FineTuning;
import org.ethotag.training.TrainingSettings;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.CrossValidateStep;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.PrelabelStep;
import org.ethotag.workflow.WindowSettings;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.FoldPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small study with models that were really trained, in which one bout is labelled wrongly. */
class ReviewViewModelTest {
    private static final String WRONG = "grazing";

    @TempDir
    private static Path made;

    private static String session = "";
    private static Bout truth = new Bout(new SampleRange(0, 1), "none");

    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final List<SampleRange> shown = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final ReviewViewModel model = model(study);

    private ReviewViewModel model(StudyViewModel open) {
        return new ReviewViewModel(Jobs.immediate(), open, problems::add, new ReviewViewModel.Desk() {
            @Override
            public void show(String id, SampleRange range) {
                shown.add(range);
            }

            @Override
            public void reread(String id) {
                // nothing is on the screen
            }
        });
    }

    @BeforeAll
    static void train() {
        TrainedStudy.create(made.resolve("study"), made.resolve("raw"));
        try (var project = Project.open(made.resolve("study"))) {
            session = project.sessions().getFirst().id();
            truth = project.labels(session).bouts().getFirst(); // resting, and walking follows
            project.edit(session, "Wrong", new LabelEdit.Relabel(truth.range(), WRONG));
            new Workflow(project)
                    .run(
                            new CrossValidateStep(
                                    new WindowSettings(128, 128, 1, ""),
                                    List.of(12),
                                    Students.WITHOUT_DISTILLATION,
                                    FoldPlan.standard(),
                                    1.0 / 64,
                                    TrainingSettings.teacher().withEpochs(1).withThreads(1),
                                    TrainingSettings.student().withEpochs(8).withThreads(1),
                                    DistillationSettings.standard(),
                                    List.of(16),
                                    new FineTuning(List.of(), TrainingSettings.aware()),
                                    0),
                            JobMonitor.unwatched());
        }
    }

    @BeforeEach
    void open() throws IOException {
        try (var files = Files.walk(made.resolve("study"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        folder.resolve("study").resolve(made.resolve("study").relativize(file)));
            }
        }
        study.open(folder.resolve("study"));
    }

    @AfterEach
    void close() {
        study.close();
        assertThat(problems).isEmpty();
    }

    private Project project() {
        return study.project().orElseThrow();
    }

    private ReviewItem first() {
        return model.items().getFirst();
    }

    private String labelNow() {
        return project()
                .labels(session)
                .boutAt(truth.range().from())
                .orElseThrow()
                .behaviour();
    }

    @Test
    void theBoutThatIsLabelledWronglyIsListedFirstWithWhatItIs() {
        assertThat(model.sources())
                .containsExactly(new ReviewSource.Contradicted("crossvalidation-1"), new ReviewSource.Implausible());
        assertThat(first().session()).isEqualTo(session);
        assertThat(first().label()).isEqualTo(WRONG);
        assertThat(first().suggested()).isEqualTo("resting");
        assertThat(first().range()).isEqualTo(truth.range());
    }

    @Test
    void theKeyOfABehaviourCorrectsTheStretchAndTheQueueGoesOn() {
        int before = model.items().size();
        var wrong = first();
        model.press(model.ethogramProperty()
                .get()
                .behaviour("resting")
                .orElseThrow()
                .key());
        assertThat(labelNow()).isEqualTo("resting");
        assertThat(model.items()).hasSize(before - 1).doesNotContain(wrong);
        assertThat(model.queueProperty().get().decided()).isEqualTo(1);
        project().undo(session);
        assertThat(labelNow()).isEqualTo(WRONG);
    }

    @Test
    void whatWasKeptOrSkippedDoesNotComeBackAfterARestart() {
        var kept = first();
        model.accept();
        assertThat(labelNow()).isEqualTo(WRONG);
        study.close();
        var again = new StudyViewModel(Jobs.immediate(), problems::add);
        var later = model(again);
        again.open(folder.resolve("study"));
        assertThat(later.items()).doesNotContain(kept);
        assertThat(later.queueProperty().get().decided()).isEqualTo(1);
        again.close();
    }

    @Test
    void takingBackBringsLabelAndStretchBack() {
        var wrong = first();
        model.correct("resting");
        model.takeBack();
        assertThat(labelNow()).isEqualTo(WRONG);
        assertThat(first()).isEqualTo(wrong);
        assertThat(model.currentProperty().get()).isEqualTo(wrong);
        assertThat(project().reviews().decisions()).isEmpty();
    }

    @Test
    void aStretchThatIsChosenIsShownInItsTrace() {
        model.choose(first());
        assertThat(shown).containsExactly(first().range());
    }

    @Test
    void aModelLabelsASessionOnItsOwnTrackAndWhatItIsUnsureOfGoesToPeoplesLabelsByOneKey() {
        var last = project().sessions().getLast();
        project().edit(last.id(), "Erase", new LabelEdit.Erase(new SampleRange(0, last.lengthSamples())));
        study.currentProperty().set(last);
        var teacher = model.models().stream()
                .filter(run -> run.id().equals("teacher-1"))
                .findFirst()
                .orElseThrow();
        model.prelabel(teacher, false);
        var track = PrelabelStep.trackOf("teacher-1");
        assertThat(model.sourceProperty().get()).isEqualTo(new ReviewSource.Unsure(track));
        assertThat(project().labels(last.id(), track).bouts()).isNotEmpty();
        assertThat(model.queueProperty().get().list().learntFrom()).isEmpty(); // held out when it was trained
        assertThat(model.items()).isNotEmpty().allMatch(item -> item.reason() == Reason.UNSURE);
        var unsure = first();
        model.accept();
        assertThat(project().labels(last.id()).bouts()).containsExactly(new Bout(unsure.range(), unsure.label()));
    }

    @Test
    void acceptingLeavesWhatPeopleLabelledAsItIs() {
        var track = project().labels(session);
        var bout = track.bouts().getFirst();
        var filled = ReviewViewModel.filled(track, bout.range(), "grazing");
        assertThat(track.apply(filled)).isEqualTo(track);
    }
}
