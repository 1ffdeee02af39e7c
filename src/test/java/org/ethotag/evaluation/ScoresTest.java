package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ethotag.evaluation.Scores.ClassScores;
import org.junit.jupiter.api.Test;

/**
 * Expected values: the examples of scikit-learn's documentation (matthews_corrcoef, classification_report; BSD-3) and the
 * values its own tests assert; else the covariance form of R_K (Gorodkin 2004, equation 3), computed here another way.
 */
class ScoresTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void mccOfTheTwoClassExampleOfScikitLearn() {
        // y_true = [+1, +1, +1, -1], y_pred = [+1, -1, +1, +1]: -0.33
        assertThat(mcc(2, new int[] {1, 1, 1, 0}, new int[] {1, 0, 1, 1})).isCloseTo(-1.0 / 3, within(ROUNDING));
    }

    @Test
    void mccOfThreeClassesThatAreAllWrongIsMinusOneHalf() {
        assertThat(mcc(3, new int[] {0, 0, 1, 1, 2, 2}, new int[] {2, 2, 0, 0, 1, 1}))
                .isCloseTo(-0.5, within(ROUNDING));
    }

    @Test
    void theLowestMccDependsOnTheAnswers() {
        assertThat(mcc(3, new int[] {0, 0, 1, 1, 2, 2}, new int[] {1, 1, 0, 0, 0, 0}))
                .isCloseTo(-12 / Math.sqrt(24 * 16), within(ROUNDING));
    }

    @Test
    void mccOfIndependentAnswersIsNought() {
        assertThat(mcc(3, new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2}, new int[] {1, 1, 1, 2, 2, 2, 0, 0, 0}))
                .isCloseTo(0, within(ROUNDING));
    }

    @Test
    void mccOfOneAnswerOnlyIsNoughtByConvention() {
        assertThat(mcc(4, new int[] {0, 1, 2}, new int[] {3, 3, 3})).isZero();
    }

    @Test
    void mccOfOneTrueClassOnlyIsNoughtEvenIfAllIsRight() {
        assertThat(mcc(2, new int[] {0, 0, 0, 0}, new int[] {0, 0, 0, 0})).isZero();
    }

    @Test
    void scoresPerClassOfTheReportExampleOfScikitLearn() {
        // classification_report: precision .50 .00 1.00, recall 1.00 .00 .67, f1 .67 .00 .80, support 1 1 3
        var scores = Scores.of(predictions(3, new int[] {0, 1, 2, 2, 2}, new int[] {0, 0, 2, 2, 1}));
        assertClose(new ClassScores(0.5, 1, 2 / 3.0, Math.sqrt(3 / 8.0), 1, 2), scores, "c0");
        assertClose(new ClassScores(0, 0, 0, -0.25, 1, 1), scores, "c1");
        assertClose(new ClassScores(1, 2 / 3.0, 0.8, 2 / 3.0, 3, 2), scores, "c2");
        assertThat(scores.accuracy()).isCloseTo(0.6, within(ROUNDING));
        assertThat(scores.macroF1()).isCloseTo((2 / 3.0 + 0.8) / 3, within(ROUNDING)); // printed as 0.49
    }

    @Test
    void classesThatNeverOccurDoNotLowerTheMacroF1() {
        var all = Scores.of(predictions(5, new int[] {0, 1, 1}, new int[] {0, 1, 1}));
        assertThat(all.macroF1()).isEqualTo(1);
    }

    @Test
    void eachAnimalHasItsOwnMcc() {
        var pooled = new Predictions(
                List.of("graze", "rest"), List.of("b", "a", "b", "a"), new int[] {0, 0, 1, 1}, new int[] {0, 1, 1, 0});
        assertThat(Scores.of(pooled).perAnimal()).isEqualTo(Map.of("a", -1.0, "b", 1.0));
    }

    @Test
    void anAnimalOfOneClassHasNoMccOfItsOwn() {
        var pooled = new Predictions(
                List.of("graze", "rest"), List.of("a", "a", "b", "b"), new int[] {0, 0, 0, 1}, new int[] {0, 0, 0, 0});
        assertThat(Scores.of(pooled).perAnimal()).isEqualTo(Map.of("b", 0.0));
    }

    @Test
    void mccIsTheCorrelationOfTheIndicatorMatrices() {
        trials(500, random -> {
            int classes = 2 + random.nextInt(5);
            int windows = 1 + random.nextInt(60);
            int[] truth = random.ints(windows, 0, classes).toArray();
            int[] answer = random.ints(windows, 0, classes).toArray();
            assertThat(mcc(classes, truth, answer))
                    .isCloseTo(correlation(classes, truth, answer), within(1e-9)); // sums of at most 60 x 6 terms
        });
    }

    /** cov(X, Y) / sqrt(cov(X, X) cov(Y, Y)), covariances of 0/1 indicators summed over the classes. */
    private static double correlation(int classes, int[] truth, int[] answer) {
        double both = 0;
        double ofTruth = 0;
        double ofAnswer = 0;
        for (int k = 0; k < classes; k++) {
            double meanTruth = share(truth, k);
            double meanAnswer = share(answer, k);
            for (int i = 0; i < truth.length; i++) {
                double x = (truth[i] == k ? 1 : 0) - meanTruth;
                double y = (answer[i] == k ? 1 : 0) - meanAnswer;
                both += x * y;
                ofTruth += x * x;
                ofAnswer += y * y;
            }
        }
        return ofTruth < 1e-9 || ofAnswer < 1e-9 ? 0 : both / Math.sqrt(ofTruth * ofAnswer);
    }

    private static double share(int[] labels, int label) {
        int count = 0;
        for (int value : labels) {
            count += value == label ? 1 : 0;
        }
        return (double) count / labels.length;
    }

    private static void assertClose(ClassScores expected, Scores scores, String name) {
        var actual = scores.perClass().get(name);
        assertThat(new double[] {
                    actual.precision(), actual.recall(), actual.f1(), actual.mcc(), actual.windows(), actual.answers()
                })
                .containsExactly(
                        new double[] {
                            expected.precision(),
                            expected.recall(),
                            expected.f1(),
                            expected.mcc(),
                            expected.windows(),
                            expected.answers()
                        },
                        within(ROUNDING));
    }

    private static double mcc(int classes, int[] truth, int[] answer) {
        return Scores.mcc(ConfusionMatrix.of(predictions(classes, truth, answer)));
    }

    private static Predictions predictions(int classes, int[] truth, int[] answer) {
        var names = java.util.stream.IntStream.range(0, classes)
                .mapToObj(i -> "c" + i)
                .toList();
        return new Predictions(names, Collections.nCopies(truth.length, "a"), truth, answer);
    }
}
