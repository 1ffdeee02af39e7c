package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ethotag.job.JobMonitor;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;

class InferenceTest {
    /** Single precision over some ten products. */
    private static final double ROUNDING = 1e-4;

    @Test
    void theLastLayerOverTheFeaturesGivesTheLogits() {
        var teacher = Learners.teacher(16, new Random(1));
        var windows = Learners.separable(6, 2);
        float[][] features = Inference.features(teacher, windows, windows.allIndices(), JobMonitor.unwatched());
        float[][] logits = Inference.logits(teacher, windows, windows.allIndices(), JobMonitor.unwatched());
        var weights = teacher.weights().tensor("dense.weight");
        var bias = teacher.weights().tensor("dense.bias");
        assertThat(features).hasNumberOfRows(6);
        for (int window = 0; window < logits.length; window++) {
            for (int c = 0; c < logits[window].length; c++) {
                double sum = bias.at(c);
                for (int i = 0; i < features[window].length; i++) {
                    sum += weights.at(c * features[window].length + i) * (double) features[window][i];
                }
                assertThat(sum).isCloseTo(logits[window][c], within(ROUNDING));
            }
        }
    }
}
