package org.ethotag.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a student costs is counted while somebody types. */
class TrainingFormTest {
    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final TrainingViewModel model = new TrainingViewModel(Jobs.immediate(), study, problems::add);

    @BeforeAll
    static void startToolkit() {
        Windows.start();
    }

    @BeforeEach
    void openStudy() throws IOException {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        Windows.inFx(() -> {
            study.open(folder.resolve("study"));
            model.windowSamplesProperty().set(100); // 4 s at 25 Hz
            model.classesProperty().set("a=grazing,b=*");
        });
    }

    @AfterEach
    void closeStudy() {
        Windows.inFx(study::close);
    }

    @Test
    void parametersAndWorkFollowEveryKey() {
        var form = form();
        // by hand: 3 x 32 x (3 + 32) weights and 6 x 32 biases, 32 x 16 + 16, 16 x 2 + 2; a step is 3360 + 3 x 32
        assertThat(cost(form)).startsWith("4,114 parameters. 346,144 multiplications per window, 86,536 per second.");
        type(form, "2");
        assertThat(cost(form)).startsWith(parameters(2)); // the first key of 24
        type(form, "24");
        assertThat(cost(form)).startsWith(parameters(24));
        assertEquals(24, model.perceptronProperty().get());
    }

    @Test
    void whatIsNoNumberIsSaidAndTheLastOneCounts() {
        var form = form();
        type(form, "24");
        for (String wrong : List.of("", "x", "0", "1025", "2.5")) {
            type(form, wrong);
            assertThat(find(form, "perceptron-wrong", Label.class).isVisible()).isTrue();
            assertThat(find(form, "perceptron-wrong", Label.class).getText()).contains("from 1 to 1,024");
            assertEquals(24, model.perceptronProperty().get());
        }
        type(form, "8");
        assertThat(find(form, "perceptron-wrong", Label.class).isVisible()).isFalse();
    }

    @Test
    void anInputPerceptronIsCounted() {
        var form = form();
        Windows.inFx(() -> find(form, "input-perceptron", CheckBox.class).setSelected(true));
        // by hand: 3 x 32 + 32 before the GRU, which then reads 32 values instead of 3
        int parameters = 4 * 32 + 3 * 32 * (32 + 32) + 192 + 528 + 34;
        int work = 100 * (3 * 32 + 3 * 32 * (32 + 32) + 3 * 32) + 512 + 32;
        assertThat(cost(form))
                .startsWith(String.format(
                        "%,d parameters. %,d multiplications per window, %,d per second.",
                        parameters, work, Math.round(work / 4.0)));
    }

    @Test
    void theTeachersWorkIsThatOfThePublishedNetwork() {
        var form = form();
        Windows.inFx(() -> model.teacherSizeProperty().set(TrainingViewModel.TeacherSize.FULL));
        // by hand from the published sizes, with two classes, as in WeightLayoutTest
        long block1 = 3 * 64 * 8 + 64 * 64 * 5 + 64 * 64 * 3 + 3 * 64 + 4 * 2 * 64;
        long block2 = 64 * 128 * 8 + 128 * 128 * 5 + 128 * 128 * 3 + 64 * 128 + 4 * 2 * 128;
        long block3 = 128 * 128 * 8 + 128 * 128 * 5 + 128 * 128 * 3 + 4 * 2 * 128;
        assertThat(find(form, "teacher-cost", Label.class).getText())
                .startsWith(String.format("%,d parameters.", block1 + block2 + block3 + 128 * 2 + 2))
                .contains("per second", "stays on the computer");
    }

    @Test
    void aFormThatIsMadeAfterTheStudyWasOpenedKnowsItsAnimalsAndItsRate() {
        var form = form();
        assertThat(form.lookupAll(".label").stream().map(label -> ((Label) label).getText()))
                .contains("4.00 s each");
        assertThat(form.lookupAll(".held-out .check-box")).hasSize(3);
    }

    private static String parameters(int perceptron) {
        return String.format("%,d parameters.", 3 * 32 * 35 + 192 + 33 * perceptron + 2 * (perceptron + 1));
    }

    private TrainingForm form() {
        var form = Windows.onFx(() -> new TrainingForm(model, Pieces.atOnce()));
        Windows.show(form, Look.LIGHT, 372, 800);
        return form;
    }

    private static void type(TrainingForm form, String text) {
        Windows.inFx(() -> find(form, "perceptron-units", WholeNumberField.class)
                .getEditor()
                .setText(text));
    }

    private static String cost(TrainingForm form) {
        return find(form, "student-cost", Label.class).getText();
    }

    private static <N extends Node> N find(TrainingForm form, String id, Class<N> kind) {
        return kind.cast(Objects.requireNonNull(form.lookup("#" + id), id));
    }
}
