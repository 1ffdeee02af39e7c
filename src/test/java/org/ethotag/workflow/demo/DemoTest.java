package org.ethotag.workflow.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.testkit.QuickDemo;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.WorkflowProblem;
import org.ethotag.workflow.run.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo with a herd of three and networks small enough for a test. */
@Timeout(180)
class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void itEndsVerifiedWithFourModelsAndASecondTimeInTheSameFolder() {
        var files = QuickDemo.files(folder.resolve("raw"));
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
        return QuickDemo.run(study, files, new UserFolder(folder.resolve("user")));
    }
}
