package org.ethotag.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.Window;
import org.ethotag.evaluation.Probabilities;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.junit.jupiter.api.Test;

class ProbabilitiesFileTest {
    private static final Probabilities SURE = Probabilities.of(2, new float[] {0.25f, 0.75f, 1, 0});
    private static final int FEWEST_BYTES = 20;

    @Test
    void foldsAndProbabilitiesComeBackAndModelsWithoutThemAreLeftOut() {
        assertThat(ProbabilitiesFile.read("r", ProbabilitiesFile.write(comparison()), 2, 2))
                .isEqualTo(new ProbabilitiesFile(List.of(0, 3), Map.of("distilled H=8", SURE)));
    }

    /** Written by hand from formats/study.md. */
    @Test
    void theBytesAreThoseOfTheFormat() {
        var title = "distilled H=8".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var expected = ByteBuffer.allocate(20 + 8 + 2 + title.length + 16)
                .put("ETPR".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putInt(1)
                .putInt(2)
                .putInt(2)
                .putInt(1)
                .putInt(0)
                .putInt(3)
                .putShort((short) title.length)
                .put(title)
                .putFloat(0.25f)
                .putFloat(0.75f)
                .putFloat(1)
                .putFloat(0);
        assertThat(ProbabilitiesFile.write(comparison())).isEqualTo(expected.array());
    }

    @Test
    void aFileCutOffAnywhereOrOfAnotherTableIsDamaged() {
        byte[] whole = ProbabilitiesFile.write(comparison());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertDamaged(cut, 2, 2);
        }
        assertDamaged(Arrays.copyOf(whole, whole.length + 1), 2, 2);
        assertDamaged(whole, 3, 2);
        assertDamaged(whole, 2, 3);
        byte[] many = whole.clone();
        ByteBuffer.wrap(many).putInt(FEWEST_BYTES - Integer.BYTES, Integer.MAX_VALUE);
        assertDamaged(many, 2, 2);
    }

    private static void assertDamaged(byte[] bytes, int windows, int classes) {
        assertThatThrownBy(() -> ProbabilitiesFile.read("r", bytes, windows, classes))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        damaged -> assertThat(damaged.problem().code()).isEqualTo(RunProblem.DAMAGED_RUN));
    }

    private static Comparison comparison() {
        var windows = List.of(
                new Window("s", "a", new SampleRange(0, 9), 0), new Window("s", "b", new SampleRange(9, 18), 1));
        return new Comparison(
                "protocol",
                7,
                List.of("grazing", "resting"),
                windows,
                List.of(
                        new ModelAnswers("teacher", 0, List.of(0, 1), 1, 1),
                        new ModelAnswers("distilled", 8, List.of(1, 0), 1, 1, SURE)),
                List.of(),
                List.of(0, 3));
    }
}
