package org.ethotag.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ethotag.signal.Rotation;
import org.ethotag.study.MountedTag;
import org.ethotag.study.Mounting;
import org.ethotag.study.Mounting.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountingStoreTest {
    private static final Instant DAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final MountedTag UNKNOWN_TAG = new MountedTag("Bella", "", Instant.MIN);
    private static final MountedTag DEPLOYED = new MountedTag("Bella", "T 17", DAY);

    @TempDir
    private Path folder;

    @Test
    void howTagsSitIsThereAfterTheStudyWasClosed() {
        var estimated = new Mounting(UNKNOWN_TAG, new Rotation(91.5, -3, 0.2), Origin.ESTIMATED, 4.5, 8.25, DAY);
        var hand = Mounting.byHand(DEPLOYED, new Rotation(180, 0, 0), DAY);
        try (var project = Project.create(folder.resolve("study"), "Study")) {
            project.put(hand);
            project.put(estimated);
        }
        try (var project = Project.open(folder.resolve("study"))) {
            assertThat(project.mountings()).isEqualTo(List.of(estimated, hand));
            assertThat(project.animals()).hasSize(1);
            assertThat(project.tags()).hasSize(1);
        }
    }

    @Test
    void aTagSitsInOneWayAtATime() {
        try (var project = Project.create(folder.resolve("study"), "Study")) {
            project.put(Mounting.byHand(DEPLOYED, new Rotation(90, 0, 0), DAY));
            var corrected = Mounting.byHand(DEPLOYED, new Rotation(180, 0, 0), DAY);
            project.put(corrected);
            assertThat(project.mountings()).isEqualTo(List.of(corrected));
            project.forget(DEPLOYED);
            project.forget(DEPLOYED);
            assertThat(project.mountings()).isEmpty();
        }
    }
}
