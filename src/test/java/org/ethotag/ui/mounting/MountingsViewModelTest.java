package org.ethotag.ui.mounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.signal.Rotation;
import org.ethotag.study.Mounting;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountingsViewModelTest {
    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final MountingsViewModel model = new MountingsViewModel(Jobs.immediate(), study, problems::add);

    @BeforeEach
    void openStudy() throws IOException {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        study.open(folder.resolve("study"));
        model.look();
    }

    @AfterEach
    void closeStudy() {
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void everyRecordedAnimalIsListedAsWornUntilSomebodyAsks() {
        assertThat(model.tags()).hasSize(3).allSatisfy(tag -> {
            assertThat(tag.known()).isEmpty();
            assertThat(tag.frame()).isEqualTo(Rotation.none());
        });
    }

    @Test
    void aCorrectionByHandStaysWhenTheOthersAreFound() {
        var turn = new Rotation(90, 0, 0);
        model.set(model.tags().getFirst(), turn);
        model.estimate();
        assertThat(model.tags().getFirst().frame()).isEqualTo(turn);
        assertThat(model.tags().getFirst().known()).extracting(Mounting::origin).containsExactly(Mounting.Origin.HAND);
        assertThat(model.tags().getLast().known())
                .extracting(Mounting::origin)
                .containsExactly(Mounting.Origin.ESTIMATED);
        // these made-up cows all wear their tags alike, so the others follow the one that was set
        assertThat(model.tags().getLast().frame().degreesTo(turn)).isLessThan(10);
    }

    @Test
    void aForgottenFrameCountsAsWornAgain() {
        model.set(model.tags().getFirst(), new Rotation(90, 0, 0));
        model.forget(model.tags().getFirst());
        assertThat(model.tags().getFirst().known()).isEmpty();
    }
}
