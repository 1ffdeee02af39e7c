package org.ethotag.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfidentLearningTest {
    /**
     * Worked by hand from section 3.1 of the source. Labels 0, 0, 0, 1, 1; thresholds (0.9 + 0.8 + 0.1) / 3 = 0.6 and (0.7 +
     * 0.4) / 2 = 0.55. The third example reaches only the other class, the fifth only its other one (0.6).
     */
    private static final float[][] ANSWERS = {{0.9f, 0.1f}, {0.8f, 0.2f}, {0.1f, 0.9f}, {0.3f, 0.7f}, {0.6f, 0.4f}};

    private final ConfidentLearning learning = ConfidentLearning.of(new int[] {0, 0, 0, 1, 1}, ANSWERS, 2);

    @Test
    void aThresholdIsTheMeanProbabilityOfTheExamplesWithThatLabel() {
        assertEquals(0.6, learning.threshold(0), 1e-7);
        assertEquals(0.55, learning.threshold(1), 1e-7);
    }

    @Test
    void whatIsSurelyAnotherClassLiesOffTheDiagonal() {
        int none = ConfidentLearning.NONE;
        assertEquals(
                List.of(none, none, 1, none, 0),
                IntStream.range(0, 5).mapToObj(learning::suspected).toList());
        assertEquals(1, learning.count(0, 1));
        assertEquals(1, learning.count(1, 0));
        assertEquals(2, learning.count(0, 0));
        assertEquals(1, learning.count(1, 1));
    }

    /** One of three sure ones of three examples, and one of two sure ones of two: 1 + 1. */
    @Test
    void expectedErrorsStretchEachRowToItsExamples() {
        assertEquals(2, learning.expectedErrors(), 1e-12);
    }

    @Test
    void anExampleThatReachesNoThresholdIsNeverSuspected() {
        float[][] answers = {{0.9f, 0.1f}, {0.5f, 0.5f}, {0.1f, 0.9f}};
        var unsure = ConfidentLearning.of(new int[] {0, 1, 1}, answers, 2);
        assertEquals(ConfidentLearning.NONE, unsure.suspected(1));
    }

    @Test
    void aClassThatNobodyLabelledIsNeverSuggested() {
        float[][] answers = {{0.4f, 0.1f, 0.5f}, {0.3f, 0.6f, 0.1f}};
        var learnt = ConfidentLearning.of(new int[] {0, 1}, answers, 3);
        assertEquals(ConfidentLearning.NONE, learnt.suspected(0));
    }
}
