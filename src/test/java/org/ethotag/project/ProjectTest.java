package org.ethotag.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
import static org.ethotag.testkit.Tracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRate;
import org.ethotag.study.Animal;
import org.ethotag.study.Deployment;
import org.ethotag.study.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
    static final Instant NOON = Instant.parse("2024-05-15T12:00:00.000000001Z");

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder, "Ten cows");
    }

    @AfterEach
    void close() {
        project.close();
    }

    static Session session(String id) {
        return new Session(
                id, "raw " + id, "101", "2016", NOON, ZoneId.of("Asia/Tokyo"), new SampleRate(10.0554), 1000, "ab");
    }

    private void reopen() {
        project.close();
        project = Project.open(folder);
    }

    private static LabelTrack labels(String... bouts) {
        return LabelTrack.of(Project.MAIN_TRACK, bouts(bouts));
    }

    @Test
    void aStudyIsThereAgainAfterClosing() {
        reopen();
        assertEquals("Ten cows", project.name());
        assertEquals(false, project.readOnly());
        assertEquals(List.of(), project.notices());
    }

    @Test
    void aSecondStudyInTheSameFolderIsRefused() {
        var failure = assertThrows(ProblemException.class, () -> Project.create(folder, "Other"));
        assertEquals(ProjectProblem.STUDY_EXISTS, failure.problem().code());
    }

    @Test
    void aFolderWithoutAStudyIsNotOne(@TempDir Path empty) {
        var failure = assertThrows(ProblemException.class, () -> Project.open(empty));
        assertEquals(ProjectProblem.NOT_A_STUDY, failure.problem().code());
    }

    @Test
    void foldersMayHaveAnyName(@TempDir Path parent) {
        var odd = parent.resolve("50% of cows? #1 é'; DROP");
        Project.create(odd, "odd").close();
        try (var open = Project.open(odd)) {
            assertEquals("odd", open.name());
        }
        assertTrue(odd.resolve("study.ethotag").toFile().isFile());
    }

    @Test
    void aSessionBringsItsAnimalItsTagItsLabelsAndTheirBehaviours() {
        project.addSession(session("s1"), bouts("0-100 graze", "100-250 rest"));
        reopen();
        assertEquals(List.of(session("s1")), project.sessions());
        assertEquals(List.of(Animal.named("101")), project.animals());
        assertEquals(List.of(new Tag("2016", "")), project.tags());
        assertEquals(List.of("graze", "rest"), project.ethogram().codes());
        assertEquals(labels("0-100 graze", "100-250 rest"), project.labels("s1"));
    }

    @Test
    void aSessionThatIsThereAlreadyIsRefusedAndChangesNothing() {
        project.addSession(session("s1"), bouts("0-100 graze"));
        var failure =
                assertThrows(ProblemException.class, () -> project.addSession(session("s1"), bouts("0-100 sleep")));
        assertEquals(ProjectProblem.SESSION_EXISTS, failure.problem().code());
        assertEquals(List.of("graze"), project.ethogram().codes());
    }

    @Test
    void labelsBeyondTheEndOfTheSessionLeaveNoHalfSession() {
        assertThrows(IllegalArgumentException.class, () -> project.addSession(session("s1"), bouts("900-1001 graze")));
        assertEquals(List.of(), project.sessions());
        assertEquals(List.of(), project.animals());
    }

    @Test
    void removingASessionRemovesItsLabelsOnly() {
        project.addSession(session("s1"), bouts("0-100 graze"));
        project.addSession(session("s2"), bouts("0-100 rest"));
        project.removeSession("s1");
        assertEquals(List.of(session("s2")), project.sessions());
        assertThrows(IllegalArgumentException.class, () -> project.labels("s1"));
        assertEquals(labels("0-100 rest"), project.labels("s2"));
    }

    @Test
    void aTraceWithoutASessionIsSweptOnOpening() throws IOException {
        project.addSession(session("s1"), List.of());
        var kept = Files.write(folder.resolve("traces/s1.trace"), new byte[1]);
        var orphan = Files.write(folder.resolve("traces/s2.trace"), new byte[1]);
        reopen();
        assertEquals(List.of("s1"), project.recordings().ids());
        assertTrue(Files.exists(kept));
        assertEquals(false, Files.exists(orphan));
    }

    @Test
    void afterARestoreTracesOfSessionsThatTheBackupDoesNotKnowStay() throws IOException {
        var backup = project.backUp();
        project.addSession(session("s1"), List.of());
        Files.write(folder.resolve("traces/s1.trace"), new byte[1]);
        project.close();
        Project.restore(folder, backup);
        reopen();
        assertEquals(List.of("s1"), project.recordings().ids());
    }

    @Test
    void removingASessionRemovesItsTrace() throws IOException {
        project.addSession(session("s1"), List.of());
        Files.write(folder.resolve("traces/s1.trace"), new byte[1]);
        project.removeSession("s1");
        assertEquals(List.of(), project.recordings().ids());
    }

    @Test
    void anEditIsThereAfterReopening() {
        project.addSession(session("s1"), bouts("0-100 graze"));
        var after = project.edit("s1", "Label walk", label("80-120 walk"));
        assertEquals(labels("0-80 graze", "80-120 walk"), after);
        reopen();
        assertEquals(after, project.labels("s1"));
    }

    @Test
    void anEditBeyondTheEndOfTheSessionIsRefused() {
        project.addSession(session("s1"), List.of());
        assertThrows(IllegalArgumentException.class, () -> project.edit("s1", "Label", label("900-1001 walk")));
    }

    @Test
    void undoAndRedoNameTheEditAndSurviveReopening() {
        project.addSession(session("s1"), bouts("0-100 graze"));
        project.edit("s1", "Label walk", label("80-120 walk"));
        project.edit("s1", "Label rest", label("0-50 rest"));
        reopen();
        assertEquals(
                Optional.of(new HistoryStep("Label rest", labels("0-80 graze", "80-120 walk"))), project.undo("s1"));
        assertEquals(Optional.of(new HistoryStep("Label walk", labels("0-100 graze"))), project.undo("s1"));
        assertEquals(Optional.empty(), project.undo("s1"));
        reopen();
        assertEquals(Optional.of("Label walk"), project.redoName("s1"));
        assertEquals(
                Optional.of(new HistoryStep("Label walk", labels("0-80 graze", "80-120 walk"))), project.redo("s1"));
        assertEquals(Optional.of("Label rest"), project.redoName("s1"));
        assertEquals(Optional.of("Label walk"), project.undoName("s1"));
    }

    @Test
    void aNewEditEndsWhatCouldBeRedone() {
        project.addSession(session("s1"), List.of());
        project.edit("s1", "Label walk", label("80-120 walk"));
        project.undo("s1");
        project.edit("s1", "Label rest", label("0-50 rest"));
        assertEquals(Optional.empty(), project.redo("s1"));
        assertEquals(
                List.of(LoggedEdit.State.DROPPED, LoggedEdit.State.DONE),
                project.edits("s1").stream().map(LoggedEdit::state).toList());
    }

    @Test
    void undoNeverCrossesSessions() {
        project.addSession(session("s1"), List.of());
        project.addSession(session("s2"), List.of());
        project.edit("s1", "Label walk", label("80-120 walk"));
        assertEquals(Optional.empty(), project.undo("s2"));
        assertEquals(labels("80-120 walk"), project.labels("s1"));
    }

    @Test
    void tracksOfASessionAreApart() {
        project.addSession(session("s1"), bouts("0-100 graze"));
        project.edit("s1", "model", "Pre-label", label("0-100 walk"));
        assertEquals(List.of("labels", "model"), project.tracks("s1"));
        assertEquals(labels("0-100 graze"), project.labels("s1"));
        assertEquals(track("0-100 walk").bouts(), project.labels("s1", "model").bouts());
        project.removeTrack("s1", "model");
        assertEquals(List.of(), project.labels("s1", "model").bouts());
    }

    @Test
    void aBehaviourThatBoutsHaveStaysInTheEthogram() {
        project.addSession(session("s1"), bouts("0-100 graze"));
        project.ensureBehaviours(List.of("rest"));
        project.setEthogram(project.ethogram().without("rest"));
        var failure = assertThrows(
                ProblemException.class,
                () -> project.setEthogram(project.ethogram().without("graze")));
        assertEquals(ProjectProblem.BEHAVIOUR_IN_USE, failure.problem().code());
        assertThat(failure.problem().what()).contains("graze");
        assertEquals(List.of("graze"), project.ethogram().codes());
        assertEquals(List.of(new BehaviourUse("graze", 1, 1)), project.behaviourUse());
    }

    @Test
    void undoBringsBackABehaviourThatHasLeftTheEthogram() {
        project.addSession(session("s1"), bouts("0-100 graze"));
        project.edit("s1", "Relabel", label("0-100 rest"));
        project.setEthogram(project.ethogram().without("graze"));
        project.undo("s1");
        assertEquals(labels("0-100 graze"), project.labels("s1"));
        assertThat(project.ethogram().codes()).contains("graze");
    }

    @Test
    void deploymentsKeepTheirTimes() {
        var open = new Deployment("101", "2016", NOON, Instant.MAX);
        project.put(open);
        assertEquals(List.of(open), project.deployments());
        var ended = new Deployment("101", "2016", NOON, NOON.plusSeconds(60));
        project.put(ended);
        assertEquals(List.of(ended), project.deployments());
    }

    @Test
    void settingsAndReceiptsAreKept() {
        var receipt = new FlashRecord(
                "T17",
                "101",
                "0123456789abcdef",
                "cd",
                "VERIFIED",
                true,
                new TagSelfTest("passed", 32, 32),
                32,
                NOON,
                "1.2.0",
                "ana",
                87,
                "model.bin",
                "");
        project.putSetting("page", "1");
        project.putSetting("page", "2");
        project.addReceipt(receipt);
        reopen();
        assertEquals(Optional.of("2"), project.setting("page"));
        assertEquals(Optional.empty(), project.setting("other"));
        assertEquals(List.of(receipt), project.receipts());
    }
}
