package org.ethotag.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelViewModelTest {
    private static final long GAP = 60_000;
    private static final long LENGTH = 180_000;

    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final LabelViewModel model =
            new LabelViewModel(Jobs.immediate(), study, LabelViewModelTest::open, problems::add);

    private static OpenTrace open(Project project, Session session) {
        var time = TimeMap.steady(session.start(), session.rate());
        var stretches = List.of(new SampleRange(0, GAP), new SampleRange(GAP, LENGTH));
        return new OpenTrace(
                new TraceSource(SampleStudy.trace(session), time, session.zone(), session.rate(), stretches), () -> {});
    }

    @BeforeEach
    void openStudy() {
        SampleStudy.createUnlabelled(folder.resolve("study"), "Study");
        study.open(folder.resolve("study"));
    }

    @AfterEach
    void closeStudy() {
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void aKeyLabelsFromTheCursorToTheNextGapWhereNothingIsLabelled() {
        model.trace().moveCursor(1_000);
        assertThat(model.press("g")).isTrue();
        assertThat(track()).containsExactly(bout(1_000, GAP, "grazing"));
    }

    @Test
    void aKeyInsideABoutChangesItFromTheCursorOn() {
        model.press("g");
        model.trace().moveCursor(20_000);
        model.press("w");
        assertThat(track()).containsExactly(bout(0, 20_000, "grazing"), bout(20_000, GAP, "walking"));
    }

    @Test
    void aKeyLabelsWhatIsMarkedAndNothingElse() {
        model.trace().mark(70_000, 50_000);
        model.press("R");
        assertThat(track()).containsExactly(bout(50_000, 70_000, "resting"));
        assertThat(model.trace().hasSelection()).isFalse();
    }

    @Test
    void whatAKeyWouldLabelIsKnownBefore() {
        model.trace().moveCursor(100_000);
        assertThat(model.target()).isEqualTo(new SampleRange(100_000, LENGTH));
    }

    @Test
    void undoRestoresAndRedoRepeatsAndBothSayWhat() {
        model.press("g");
        assertThat(model.undoNameProperty().get()).isEqualTo("label Grazing");
        model.undo();
        assertThat(track()).isEmpty();
        assertThat(model.redoNameProperty().get()).isEqualTo("label Grazing");
        model.redo();
        assertThat(track()).containsExactly(bout(0, GAP, "grazing"));
    }

    @Test
    void eraseTakesTheBoutUnderTheCursor() {
        model.press("g");
        model.trace().moveCursor(70_000);
        model.press("w");
        model.erase();
        assertThat(track()).containsExactly(bout(0, GAP, "grazing"));
    }

    @Test
    void whatTheScreenShowsIsOnTheDisk() {
        model.press("g");
        model.trace().moveCursor(5_000);
        model.press("d");
        LabelTrack shown = model.trace().trackProperty().get();
        study.close();
        try (var project = Project.open(folder.resolve("study"))) {
            assertThat(project.labels("s1")).isEqualTo(shown);
        }
    }

    @Test
    void bordersAreThoseOfBoutsAndGaps() {
        model.trace().mark(10_000, 20_000);
        model.press("g");
        var stops = new ArrayList<Long>();
        model.trace().moveCursor(0);
        for (int i = 0; i < 3; i++) {
            model.steps().nextBorder();
            stops.add(model.trace().cursorProperty().get());
        }
        assertThat(stops).containsExactly(10_000L, 20_000L, GAP);
        model.steps().previousBorder();
        assertThat(model.trace().cursorProperty().get()).isEqualTo(20_000);
    }

    @Test
    void nextUnlabelledGoesRoundAfterTheEnd() {
        model.trace().moveCursor(70_000);
        model.press("g");
        model.steps().nextUnlabelled();
        assertThat(model.trace().cursorProperty().get()).isZero();
    }

    @Test
    void totalsAreCountedPerBehaviour() {
        model.press("g");
        model.trace().moveCursor(GAP);
        model.press("w");
        assertThat(model.samplesPerCodeProperty().get()).isEqualTo(Map.of("grazing", GAP, "walking", LENGTH - GAP));
    }

    @Test
    void aNewBehaviourGetsAKeyThatWorks() {
        model.behaviours().add("Scratching");
        assertThat(model.press("s")).isTrue();
        assertThat(track()).containsExactly(bout(0, GAP, "Scratching"));
    }

    @Test
    void aKeyWithoutBehaviourDoesNothing() {
        assertThat(model.press("x")).isFalse();
        assertThat(track()).isEmpty();
    }

    @Test
    void aStudyThatIsOpenElsewhereIsShownAndNotChanged() {
        var second = new StudyViewModel(Jobs.immediate(), problems::add);
        var reader = new LabelViewModel(Jobs.immediate(), second, LabelViewModelTest::open, problems::add);
        second.open(folder.resolve("study"));
        reader.press("g");
        assertThat(reader.saveStateProperty().get()).isEqualTo(SaveState.READ_ONLY);
        assertThat(reader.trace().trackProperty().get().bouts()).isEmpty();
        second.close();
    }

    private List<Bout> track() {
        return model.trace().trackProperty().get().bouts();
    }

    private static Bout bout(long from, long to, String behaviour) {
        return new Bout(new SampleRange(from, to), behaviour);
    }
}
