package org.ethotag.project;

import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.ethotag.label.TrackKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two threads at one study: one is within a change of it when the other one begins to label. */
class StudyLocksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Project study;

    @BeforeEach
    void makeStudy() {
        study = Project.create(folder.resolve("study"), "herd");
        study.addSession(ProjectTest.session("s1"), bouts("0-40 graze", "60-90 rest"));
    }

    @Test
    void aTrackIsMadeWhileSomebodyLabels() throws InterruptedException {
        meet(() -> study.addTrack("s1", "second", TrackKind.EXCLUSIVE));
        assertEquals(2, study.trackInfos("s1").size());
        study.close(); // not after a failure: it would wait as well
    }

    @Test
    void aTrackGetsAnotherNameWhileSomebodyLabels() throws InterruptedException {
        study.addTrack("s1", "second", TrackKind.EXCLUSIVE);
        meet(() -> study.renameTrack("s1", "second", "other"));
        assertEquals("other", study.trackInfos("s1").get(1).name());
        study.close();
    }

    /** A change that goes on only when the other thread waits for a lock; both come to their end. */
    private void meet(Runnable change) throws InterruptedException {
        var labelling = new Thread(() -> study.edit("s1", "Label", label("10-20 walk")));
        labelling.setDaemon(true); // should they wait for each other for ever, the test ends all the same
        var changing = new Thread(() -> study.log().change(StepKind.SETTING, Map.of("key", "k", "value", "v"), () -> {
            labelling.start();
            while (labelling.getState() != Thread.State.BLOCKED && labelling.isAlive()) {
                Thread.onSpinWait();
            }
            change.run();
            return true;
        }));
        changing.setDaemon(true);
        changing.start();
        assertTrue(changing.join(PATIENCE), "the change waits for the labelling, which waits for the change");
        assertTrue(labelling.join(PATIENCE), "the labelling never ends");
        assertEquals("walk", study.labels("s1").boutAt(15).orElseThrow().behaviour());
    }
}
