package org.ethotag.workflow.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.sample.HerdGenerator;
import org.ethotag.sample.HerdSettings;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.WindowSettings;
import org.ethotag.workflow.WorkflowProblem;
import org.ethotag.workflow.run.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo with a herd of three and networks small enough for a test. */
@Timeout(180)
class DemoTest {
    private static final String CLASSES = "grazing=grazing,walking=walking,resting=resting,other=*";

    @TempDir
    private Path folder;

    @Test
    void itEndsVerifiedWithFourModelsAndASecondTimeInTheSameFolder() {
        var files = files();
        var first = demo(folder.resolve("study"), files);
        assertVerified(first, "");
        assertThat(first.comparison().models())
                .extracting(Comparison.ModelAnswers::title)
                .containsExactly("teacher", "student H=4", "distilled H=4", "fixed H=4");
        assertThat(first.comparison().animals()).containsExactly("cow03");

        assertVerified(demo(folder.resolve("study"), files), first.receipt().modelAfter());
        try (var project = Project.open(folder.resolve("study"))) {
            assertThat(project.sessions()).as("recordings are brought in once").hasSize(3);
            assertThat(project.runs()).hasSize(6);
            assertThat(project.receipts()).hasSize(2);
        }
        assertThat(folder.resolve("study").resolve("demo-tag")).doesNotExist();
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndStaysAsItWas() throws IOException {
        var other = Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(other.resolve("chapter1.txt"), "precious");
        assertRefused(other);
        try (var files = Files.list(other)) {
            assertThat(files).containsExactly(other.resolve("chapter1.txt"));
        }
    }

    @Test
    void anotherStudyIsRefusedAndStaysAsItWas() {
        var other = folder.resolve("own-study");
        Project.create(other, "My own").close();
        assertRefused(other);
        try (var project = Project.open(other)) {
            assertThat(project.readOnly()).as("the demo let go of it").isFalse();
            assertThat(project.sessions()).isEmpty();
        }
    }

    private void assertRefused(Path other) {
        assertThatThrownBy(() -> demo(other, List.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(WorkflowProblem.NOT_A_SAMPLE_STUDY));
    }

    private static void assertVerified(DemoResult result, String modelBefore) {
        assertThat(result.receipt().problems()).isEmpty();
        assertThat(result.receipt().verified()).isTrue();
        assertThat(result.receipt().goldenWindows()).isPositive();
        assertThat(result.receipt().modelBefore()).isEqualTo(modelBefore);
    }

    private DemoResult demo(Path study, List<Path> files) {
        return new Demo(study, files, settings(), new UserFolder(folder.resolve("user")))
                .run((_, _) -> {}, JobMonitor.unwatched());
    }

    private List<Path> files() {
        return new HerdGenerator(HerdSettings.sampleData().lasting(Duration.ofMinutes(3)))
                .writeAll(folder.resolve("raw"), JobMonitor.unwatched())
                .subList(0, 3);
    }

    private static DemoSettings settings() {
        return new DemoSettings(
                new WindowSettings(128, 128, 1, CLASSES),
                Set.of("cow03"),
                1.0 / 16,
                TrainingSettings.teacher().withEpochs(1),
                StudentShape.of(4),
                TrainingSettings.student().withEpochs(1));
    }
}
