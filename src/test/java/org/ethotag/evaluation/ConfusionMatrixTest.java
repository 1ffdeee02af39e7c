package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final List<String> CLASSES = List.of("graze", "walk", "rest");
    /** The example of scikit-learn's confusion_matrix (BSD-3). */
    private static final Predictions EXAMPLE = new Predictions(
            CLASSES, List.of("a", "a", "a", "b", "b", "b"), new int[] {2, 0, 2, 2, 0, 1}, new int[] {0, 0, 2, 2, 0, 2});

    private final ConfusionMatrix matrix = ConfusionMatrix.of(EXAMPLE);

    @Test
    void rowsAreTheTruthAndColumnsTheAnswers() {
        assertThat(matrix.toArray()).isDeepEqualTo(new long[][] {{2, 0, 0}, {0, 0, 1}, {1, 0, 2}});
    }

    @Test
    void fractionsAreOfTheRowOrTheColumn() {
        assertThat(matrix.rowFraction(2, 0)).isEqualTo(1 / 3.0);
        assertThat(matrix.columnFraction(2, 0)).isEqualTo(1 / 3.0);
        assertThat(matrix.columnFraction(1, 2)).isEqualTo(1 / 3.0);
    }

    @Test
    void anAnswerNeverGivenHasNoFraction() {
        assertThat(matrix.columnFraction(1, 1)).isZero();
    }

    @Test
    void theDifferenceIsCellByCell() {
        var other = ConfusionMatrix.of(CLASSES, new long[][] {{1, 1, 0}, {0, 1, 0}, {0, 0, 3}});
        assertThat(matrix.minus(other)).isDeepEqualTo(new long[][] {{1, -1, 0}, {0, -1, 1}, {1, 0, -1}});
    }

    @Test
    void theMatricesOfTheAnimalsAddUp() {
        var sum = ConfusionMatrix.of(EXAMPLE.ofAnimal("a")).plus(ConfusionMatrix.of(EXAMPLE.ofAnimal("b")));
        assertThat(sum).isEqualTo(matrix);
    }

    @Test
    void aCellLeadsBackToItsWindows() {
        assertThat(EXAMPLE.ofCell(2, 2).windows()).containsExactly(2, 3);
    }

    @Test
    void pooledFoldsKeepTheirOrder() {
        assertThat(Predictions.pooled(List.of(EXAMPLE.ofAnimal("a"), EXAMPLE.ofAnimal("b"))))
                .isEqualTo(EXAMPLE);
    }

    @Test
    void anAnswerOutsideTheClassesIsRefused() {
        assertThatThrownBy(() -> new Predictions(CLASSES, List.of("a"), new int[] {0}, new int[] {3}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
