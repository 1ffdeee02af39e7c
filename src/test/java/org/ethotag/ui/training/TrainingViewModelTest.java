package org.ethotag.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import org.ethotag.dataset.DatasetProblem;
import org.ethotag.job.JobState;
import org.ethotag.label.LabelEdit;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.RunManifest;
import org.ethotag.review.AsideRule;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.ui.evaluation.ComparisonViewModel;
import org.ethotag.ui.evaluation.LabelDesk;
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
            new ComparisonViewModel(Jobs.immediate(), study, problems::add, desk());

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
        everyFoldShowsItsCurves();
        everyCellListsItsWindows();
    }

    private void everyFoldShowsItsCurves() {
        assertThat(model.curves().parts()).containsExactlyInAnyOrder(Curves.OWN, "cow1", "cow2", "cow3");
        for (var fold : List.of("cow1", "cow2", "cow3")) {
            model.curves().shownProperty().set(fold);
            assertThat(model.curve().stream().map(CurvePoint::model))
                    .containsExactly("teacher", "student", "distilled");
            assertThat(model.curve()).allSatisfy(point -> {
                assertThat(point.epoch().trainingMcc()).isFinite();
                assertThat(point.epoch().heldOutLoss()).isFinite();
            });
        }
    }

    @Test
    void stoppingKeepsWhatHasBeenLearntAndSaysSo() {
        model.teacherEpochsProperty().set(50);
        model.curve().addListener((ListChangeListener<CurvePoint>) change -> {
            if (change.getList().size() == 2) {
                model.stop();
            }
        });
        model.start();
        assertThat(study.runs()).singleElement().satisfies(run -> {
            assertThat(run.kind()).isEqualTo("teacher");
            assertThat(run.settings()).containsEntry("teacher.stopped", "true");
            assertThat(study.project().orElseThrow().runFiles(run.id())).contains("teacher.model");
        });
        assertThat(model.stateProperty().get()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void theStudentHasTheFormThatWasAskedFor() {
        model.protocolProperty().set(Protocol.HOLD_OUT);
        model.perceptronProperty().set(5);
        model.inputPerceptronProperty().set(true);
        model.start();
        assertThat(study.runs().getLast().settings())
                .containsEntry("student.perceptron", "5")
                .containsEntry("student.input", "16");
    }

    @Test
    void windowsAtRandomWantSomebodyWhoKnows() {
        model.protocolProperty().set(Protocol.LEAKY);
        model.start();
        assertThat(study.runs()).isEmpty();
        model.leakyKnownProperty().set(true);
        assertThat(model.leaksUnknown()).isFalse();
    }

    @Test
    void moreGroupsThanAnimalsAreRefusedBeforeAnythingIsLearnt() {
        model.protocolProperty().set(Protocol.GROUPS_OF_ANIMALS);
        model.groupsProperty().set(4);
        model.start();
        assertThat(study.runs()).isEmpty();
        assertThat(problems)
                .singleElement()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(DatasetProblem.TOO_MANY_FOLDS));
        problems.clear();
    }

    @Test
    void aRuleAndGroupsOfAnimalsReachEveryRun() {
        model.protocolProperty().set(Protocol.GROUPS_OF_ANIMALS);
        model.asideProperty().set(AsideRule.all());
        model.start();
        assertThat(study.runs())
                .hasSize(3)
                .allSatisfy(
                        run -> assertThat(run.settings()).containsEntry("windows.aside", "doubled+nested+implausible"));
        assertThat(study.runs().getLast().settings()).containsEntry("folds", "2");
    }

    private void everyCellListsItsWindows() {
        assertThat(comparison.models())
                .extracting(line -> line.model().name())
                .containsExactly("teacher", "distilled", "fixed");
        var line = comparison.models().getFirst();
        var chosen = comparison.chosen();
        for (int truth = 0; truth < line.matrix().classes().size(); truth++) {
            for (int answer = 0; answer < line.matrix().classes().size(); answer++) {
                comparison.choose(line, truth, answer);
                assertThat(chosen.windows()).hasSize((int) line.matrix().count(truth, answer));
                if (!chosen.windows().isEmpty()) {
                    chosen.open(chosen.windows().getFirst());
                    gatesAndLogitsAreUnderTheSignal();
                    aWrongLabelIsCorrectedInTwoActions();
                }
            }
        }
        assertThat(opened).isNotEmpty().allMatch(range -> range.length() == LONG_WINDOW);
        comparison.map().setSeen(true);
        assertThat(comparison.map().mapProperty().get()).isNotNull();
    }

    private void gatesAndLogitsAreUnderTheSignal() {
        var look = Objects.requireNonNull(comparison.chosen().lookProperty().get());
        var gates = Objects.requireNonNull(look.gates());
        assertThat(look.valuesG()[0]).hasSize(LONG_WINDOW);
        assertThat(gates.update()).hasDimensions(16, LONG_WINDOW);
        assertThat(gates.logits()).hasDimensions(look.classes().size(), LONG_WINDOW);
        var row = Objects.requireNonNull(comparison.chosen().selectedProperty().get());
        float[] last = new float[look.classes().size()];
        for (int c = 0; c < last.length; c++) {
            last[c] = gates.logits()[c][LONG_WINDOW - 1];
        }
        var distilled = comparison.chosen().models().stream()
                .filter(model -> model.name().equals("distilled"))
                .findFirst()
                .orElseThrow();
        int best = 0;
        for (int c = 1; c < last.length; c++) {
            best = last[c] > last[best] ? c : best;
        }
        assertThat(best)
                .as("the student of the fold that judged this window")
                .isEqualTo(distilled.answers().get(row.row()));
    }

    /** The first action was the click on the cell. */
    private void aWrongLabelIsCorrectedInTwoActions() {
        var row = Objects.requireNonNull(comparison.chosen().selectedProperty().get());
        var behaviour = comparison.chosen().behaviours().getLast();
        assertThat(comparison.chosen().press(behaviour.key())).isTrue();
        assertThat(comparison.chosen().corrected()).containsEntry(row.row(), behaviour.code());
        var track = study.project().orElseThrow().labels(row.window().session());
        assertThat(track.boutAt(row.window().range().from()))
                .get()
                .extracting(bout -> bout.behaviour())
                .isEqualTo(behaviour.code());
        assertThat(Objects.requireNonNull(comparison.judgementProperty().get()).outdated())
                .isTrue();
    }

    private LabelDesk desk() {
        return new LabelDesk() {
            @Override
            public void open(String session, SampleRange range) {
                opened.add(range);
            }

            @Override
            public void correct(String session, SampleRange range, String behaviour) {
                study.project().orElseThrow().edit(session, "label", new LabelEdit.Label(range, behaviour));
            }
        };
    }

    @Test
    void anAnimalIsHeldOutWithoutBeingAsked() {
        assertThat(model.animals()).containsExactly("cow1", "cow2", "cow3");
        assertThat(model.heldOut()).containsExactly("cow3");
    }
}
