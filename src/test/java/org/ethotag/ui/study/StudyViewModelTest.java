package org.ethotag.ui.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.project.Project;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.ui.job.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyViewModelTest {
    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);

    @Test
    void aStudyThatIsOpenStaysOpenToWriteWhenItIsChosenAgain() {
        var place = folder.resolve("study");
        SampleStudy.create(place, "Study", 1);
        study.open(place);
        Project first = study.project().orElseThrow();
        study.open(folder.resolve("other").resolve("..").resolve("study"));
        assertThat(study.project()).containsSame(first);
        assertThat(first.readOnly()).isFalse();
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void aStudyThatWasReadOnlyIsOpenedAnewAsSoonAsItIsFree() {
        var place = folder.resolve("study");
        SampleStudy.create(place, "Study", 1);
        try (var elsewhere = Project.open(place)) {
            study.open(place);
            assertThat(elsewhere.readOnly()).isFalse();
            assertThat(study.project().orElseThrow().readOnly()).isTrue();
        }
        study.open(place);
        assertThat(study.project().orElseThrow().readOnly()).isFalse();
        study.close();
        assertThat(problems).isEmpty();
    }
}
