package org.ethotag.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionChooserTest {
    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);

    @BeforeAll
    static void startToolkit() {
        Windows.start();
    }

    @AfterEach
    void closeStudy() {
        Windows.inFx(study::close);
        assertThat(problems).isEmpty();
    }

    @Test
    void aChooserThatIsMadeAfterTheStudyWasOpenedShowsItsSessions() throws IOException {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        Windows.inFx(() -> {
            study.open(folder.resolve("study"));
            var second = study.sessions().get(1).session();
            study.currentProperty().set(second);
            var chooser = new SessionChooser(study, new Blinding(study));
            assertThat(chooser.getItems()).hasSize(3);
            assertThat(chooser.getValue().session()).isEqualTo(second);
        });
    }
}
