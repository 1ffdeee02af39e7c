package org.ethotag.ui.ethogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.bouts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.label.Behaviour;
import org.ethotag.project.BehaviourTouch;
import org.ethotag.project.EthogramFile;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRate;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EthogramViewModelTest {
    @TempDir
    Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final EthogramViewModel model = new EthogramViewModel(Jobs.immediate(), study, problems::add);

    @BeforeEach
    void open() {
        try (var project = Project.create(folder.resolve("study"), "Cows")) {
            project.addSession(
                    new Session(
                            "s1",
                            "raw",
                            "101",
                            "",
                            Instant.parse("2025-06-01T12:00:00Z"),
                            ZoneId.of("UTC"),
                            new SampleRate(10),
                            1000,
                            ""),
                    bouts("0-100 graze", "100-160 walk"));
        }
        study.open(folder.resolve("study"));
    }

    @AfterEach
    void close() {
        study.close();
        assertEquals(List.of(), problems);
    }

    private Project project() {
        return study.project().orElseThrow();
    }

    private Behaviour graze() {
        return model.behaviour("graze").orElseThrow();
    }

    private static Behaviour with(Behaviour b, String code, String key) {
        return new Behaviour(code, b.name(), b.colour(), key, b.description(), b.exclusive());
    }

    @Test
    void aChangeIsInTheStudyAtOnce() {
        var changed = new Behaviour("graze", "Grazing", "#4477aa", "q", "Head down.", false);
        model.change("graze", changed);
        assertEquals(changed, project().ethogram().behaviour("graze").orElseThrow());
        assertEquals("", model.conflictProperty().get());
    }

    @Test
    void aKeyThatAnotherBehaviourHasIsRefusedWithItsName() {
        var walk = model.behaviour("walk").orElseThrow();
        model.change("graze", with(graze(), "graze", walk.key().toUpperCase(java.util.Locale.ROOT)));
        assertThat(model.conflictProperty().get()).contains("walk");
        assertEquals("g", graze().key());
    }

    @Test
    void aCodeThatLabelsHaveStays() {
        model.change("graze", with(graze(), "eat", "g"));
        assertThat(model.conflictProperty().get()).contains("graze");
        var fresh = model.add();
        model.change(fresh, with(model.behaviour(fresh).orElseThrow(), "eat", ""));
        assertEquals(List.of("graze", "walk", "eat"), project().ethogram().codes());
    }

    @Test
    void whatTouchesNoLabelIsTakenBackStepByStep() {
        var before = model.ethogramProperty().get();
        model.move("walk", -1);
        model.useTemplate("sheep");
        assertTrue(model.undoableProperty().get());
        model.undo();
        assertEquals(List.of("walk", "graze"), project().ethogram().codes());
        model.undo();
        assertEquals(before, project().ethogram());
        assertFalse(model.undoableProperty().get());
    }

    @Test
    void whatAMergerTouchesIsSaidBeforeItIsDone() {
        var said = new ArrayList<BehaviourTouch>();
        model.touch("walk", said::add);
        assertEquals(List.of(new BehaviourTouch(1, 1, 1, 6, 0)), said);
        assertThat(TouchQuestion.words(said.getFirst())).contains("1 bout ", "1 track ", "1 recording ", "backup");
        model.merge("walk", "graze");
        assertEquals(
                bouts("0-100 graze", "100-160 graze"), project().labels("s1").bouts());
        assertFalse(model.undoableProperty().get());
    }

    @Test
    void deletingTellsWhoeverShowsLabels() {
        var told = new ArrayList<String>();
        model.onChanged(() -> told.add("changed"));
        model.delete("walk");
        assertEquals(bouts("0-100 graze"), project().labels("s1").bouts());
        assertEquals(List.of("changed"), told);
    }

    @Test
    void behavioursGoOutAndComeInAsAFileAndAsABorisProject() {
        model.useTemplate("dog");
        for (String name : List.of("mine.json", "mine.boris")) {
            var file = folder.resolve(name);
            model.exportFile(file);
            assertEquals(project().ethogram().codes(), EthogramFile.read(file).codes(), name);
            model.importFile(file);
        }
        assertThat(project().ethogram().behaviours())
                .extracting(Behaviour::exclusive)
                .contains(true);
    }
}
