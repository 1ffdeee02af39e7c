package org.ethotag.project;

import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BehaviourChangesTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder, "Ten cows");
        project.addSession(ProjectTest.session("s1"), bouts("0-100 graze", "100-150 walk", "150-200 rest"));
        project.addSession(ProjectTest.session("s2"), bouts("0-50 walk"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private List<?> labels(String session) {
        return project.labels(session).bouts();
    }

    @Test
    void whatAChangeTouchesIsCounted() {
        project.edit("s2", "ana", "Walk", label("10-20 walk"));
        double rate = project.sessions().getFirst().rate().hertz();
        assertEquals(new BehaviourTouch(2, 3, 3, 110 / rate, 0), project.touch("walk"));
        assertEquals(new BehaviourTouch(0, 0, 0, 0, 0), project.touch("swim"));
    }

    @Test
    void mergingRelabelsEverySessionAfterABackup() {
        int before = Project.backups(folder).size();
        project.mergeBehaviours("walk", "graze");
        assertEquals(bouts("0-100 graze", "100-150 graze", "150-200 rest"), labels("s1"));
        assertEquals(bouts("0-50 graze"), labels("s2"));
        assertEquals(List.of("graze", "rest"), project.ethogram().codes());
        assertEquals(before + 1, Project.backups(folder).size());
    }

    @Test
    void undoTakesAMergerBackTrackByTrack() {
        project.mergeBehaviours("walk", "graze");
        assertEquals("Merge walk into graze", project.undo("s1").orElseThrow().editName());
        assertEquals(bouts("0-100 graze", "100-150 walk", "150-200 rest"), labels("s1"));
        assertEquals(bouts("0-50 graze"), labels("s2"));
        assertTrue(project.ethogram().codes().contains("walk"));
        assertEquals(project.labels("s1"), LabelStoreLawsTest.replay(project, "s1"));
    }

    @Test
    void deletingErasesEveryBout() {
        project.deleteBehaviour("walk");
        assertEquals(bouts("0-100 graze", "150-200 rest"), labels("s1"));
        assertEquals(List.of(), labels("s2"));
        project.undo("s2");
        assertEquals(bouts("0-50 walk"), labels("s2"));
    }

    @Test
    void whereBoutsMayOverlapThoseThatSayTheSameBecomeOne() {
        project.addTrack("s1", "both", TrackKind.OVERLAPPING);
        for (String bout : List.of("0-100 graze", "50-150 walk", "300-310 walk", "400-410 graze")) {
            project.edit("s1", "both", "Label", label(bout));
        }
        project.mergeBehaviours("walk", "graze");
        assertEquals(
                bouts("0-150 graze", "300-310 graze", "400-410 graze"),
                project.labels("s1", "both").bouts());
    }

    @Test
    void aRemovedTrackComesBackWithTheMergedBehaviour() {
        project.edit("s1", "ana", "Walk", label("10-20 walk"));
        project.removeTrack("s1", "ana");
        project.mergeBehaviours("walk", "graze");
        project.bringBackTrack("s1", project.removedTracks("s1").getFirst().id());
        assertEquals(bouts("10-20 graze"), project.labels("s1", "ana").bouts());
    }

    @Test
    void aChangeThatFailsChangesNothingAnywhere() {
        var before = project.labels("s1");
        var unknown = assertThrows(
                IllegalArgumentException.class, () -> project.mergeBehaviours("walk", "no such behaviour"));
        assertTrue(unknown.getMessage().contains("no such behaviour"));
        assertEquals(before, project.labels("s1"));
        assertEquals(LabelTrack.of("labels", bouts("0-50 walk")), project.labels("s2"));
        assertThrows(IllegalArgumentException.class, () -> project.mergeBehaviours("walk", "walk"));
    }

    @Test
    void theOrderOfTheBehavioursIsTheUsers() {
        var now = project.ethogram();
        var turned = new Ethogram(now.behaviours().reversed());
        project.setEthogram(turned);
        assertEquals(turned, project.ethogram());
    }
}
