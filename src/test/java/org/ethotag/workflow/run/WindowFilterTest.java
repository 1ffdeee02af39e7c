package org.ethotag.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ethotag.dataset.Window;
import org.ethotag.evaluation.Probabilities;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.junit.jupiter.api.Test;

class WindowFilterTest {
    private static final WindowFilter ALL = WindowFilter.none();

    @Test
    void withoutAFilterEveryWindowCounts() {
        assertThat(ALL.rows(comparison())).containsExactly(0, 1, 2, 3);
        assertThat(ALL.isOpen()).isTrue();
    }

    @Test
    void animalSessionAndClassAreEachEnoughToLeaveAWindowOut() {
        assertThat(ALL.withAnimal("a").rows(comparison())).containsExactly(0, 1);
        assertThat(ALL.withSession("s2").rows(comparison())).containsExactly(1, 3);
        assertThat(ALL.withTruth(1).rows(comparison())).containsExactly(1, 2);
        assertThat(ALL.withAnimal("a").withSession("s2").withTruth(0).rows(comparison()))
                .isEmpty();
    }

    @Test
    void confidenceIsThatOfTheFirstModelThatKnowsItOrOfTheOneNamed() {
        assertThat(ALL.withConfidence(0.7, 0.9).rows(comparison())).containsExactly(1, 2);
        assertThat(ALL.withModel("fixed H=8").withConfidence(0.7, 0.9).rows(comparison()))
                .containsExactly(0);
        assertThat(ALL.withModel("teacher").withConfidence(0.7, 0.9).rows(comparison()))
                .as("the teacher's probabilities were not kept")
                .isEmpty();
    }

    @Test
    void whatIsLeftKeepsAnswersProbabilitiesAndFolds() {
        var left = comparison().only(new int[] {1, 3});
        assertThat(left.windows()).extracting(Window::session).containsExactly("s2", "s2");
        assertThat(left.models().get(1).answers()).containsExactly(1, 0);
        assertThat(left.models().get(1).probabilities())
                .isEqualTo(Probabilities.of(2, new float[] {0.25f, 0.75f, 0.5f, 0.5f}));
        assertThat(left.folds()).containsExactly(0, 1);
    }

    private static Comparison comparison() {
        var windows = List.of(window("s1", "a", 0), window("s2", "a", 1), window("s1", "b", 1), window("s2", "b", 0));
        return new Comparison(
                "protocol",
                0,
                List.of("grazing", "resting"),
                windows,
                List.of(
                        new ModelAnswers("teacher", 0, List.of(0, 1, 1, 0), 1, 1),
                        model("distilled", 1, 0, 0.25f, 0.75f, 0.25f, 0.75f, 0.5f, 0.5f),
                        model("fixed", 0.25f, 0.75f, 0, 1, 1, 0, 0.5f, 0.5f)),
                List.of(),
                List.of(0, 0, 1, 1));
    }

    private static ModelAnswers model(String name, float... probabilities) {
        return new ModelAnswers(name, 8, List.of(0, 1, 1, 0), 1, 1, Probabilities.of(2, probabilities));
    }

    private static Window window(String session, String animal, int label) {
        return new Window(session, animal, new SampleRange(0, 8), label);
    }
}
