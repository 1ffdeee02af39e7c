package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final List<String> CLASSES = List.of("grazing", "resting");

    /**
     * By hand, two bins: probabilities 0.6, 0.8, 0.9, 1.0 of answers that are right, wrong, right, right all lie in the upper
     * bin: mean 0.825, share of right ones 0.75. 0.5 belongs to the lower one; it is wrong. ECE = 4/5 * 0.075 + 1/5 * 0.5.
     */
    @Test
    void theExpectedErrorIsTheMeanDistanceOfTheBins() {
        var calibration =
                Calibration.of(predictions(0, 0, 0, 1, 1, 1, 0, 0, 0, 1), probabilities(0.6f, 0.8f, 0.9f, 1, 0.5f), 2);
        assertThat(calibration.bins().get(0).windows()).isEqualTo(1);
        assertThat(calibration.bins().get(1).windows()).isEqualTo(4);
        assertThat(calibration.bins().get(1).confidence()).isCloseTo(0.825, within(1e-6));
        assertThat(calibration.bins().get(1).accuracy()).isEqualTo(0.75);
        assertThat(calibration.expectedError()).isCloseTo(0.8 * 0.075 + 0.2 * 0.5, within(1e-6));
        assertThat(calibration.largestError()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void aBinOwnsItsUpperEdgeAndTheFirstOneZeroToo() {
        var calibration = Calibration.of(predictions(0, 0, 0, 0, 0, 0), probabilities(0, 0.5f, 1), 2);
        assertThat(calibration.bins()).extracting(Calibration.Bin::windows).containsExactly(2, 1);
    }

    @Test
    void withoutWindowsThereIsNoError() {
        var none = new Predictions(CLASSES, List.of(), new int[0], new int[0]);
        var calibration = Calibration.of(none, Probabilities.none(), 10);
        assertThat(calibration.expectedError()).isZero();
        assertThat(calibration.bins()).hasSize(10);
    }

    /** @param truthAndAnswer in turn */
    private static Predictions predictions(int... truthAndAnswer) {
        int[] truth = new int[truthAndAnswer.length / 2];
        int[] answer = new int[truth.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = truthAndAnswer[2 * i];
            answer[i] = truthAndAnswer[2 * i + 1];
        }
        return new Predictions(CLASSES, Collections.nCopies(truth.length, "a"), truth, answer);
    }

    /** Each window has this probability for both classes: only the answer's counts. */
    private static Probabilities probabilities(float... ofAnswer) {
        float[] values = new float[2 * ofAnswer.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ofAnswer[i / 2];
        }
        return Probabilities.of(2, values);
    }
}
