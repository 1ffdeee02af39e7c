package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weights at the bound of fixed-point 2.4, inputs and states at their limits; the reference fails on any overflow. */
class ExtremesTest {
    private static final long LIMIT = Integer.MAX_VALUE;

    @Test
    void nothingOverflowsAtTheBoundWithInputsAtTheirLimits() {
        trials(150, random -> {
            var graph = ExtremeGraphs.random(random);
            assertThat(graph.bounds()).allMatch(RowBound::holds);
            var engine = new IntegerEngine(graph);
            var reference = new LongReference(graph);
            for (short[] sample : limits(random, 30)) {
                engine.step(sample);
                reference.step(reference.conditioned(sample));
                assertThat(engine.values(EdgeName.HIDDEN)).containsExactly(IntegerEngineTest.ints(reference.state()));
                assertThat(engine.logits()).containsExactly(IntegerEngineTest.ints(reference.head()));
            }
        });
    }

    @Test
    void nothingOverflowsFromAnyStateOfTheLimits() {
        trials(150, random -> {
            var reference = new LongReference(ExtremeGraphs.random(random));
            var state = new long[reference.state().length];
            for (int i = 0; i < state.length; i++) {
                state[i] = random.nextBoolean() ? 32767 : -32767;
            }
            reference.state(state);
            reference.step(new long[] {edge(random), edge(random), edge(random)});
            reference.head();
        });
    }

    @Test
    void aRowJustBeyondTheBoundIsFound() {
        var weights = IntMatrix.of(1, 2, new int[] {32767, 32767});
        long rest = LIMIT - 2L * 32767 * 32767;
        assertThat(RowBound.of(EdgeName.LOGITS, weights, IntMatrix.column((int) rest), 0, 32767)
                        .holds())
                .isTrue();
        assertThat(RowBound.of(EdgeName.LOGITS, weights, IntMatrix.column((int) rest + 1), 0, 32767)
                        .holds())
                .isFalse();
    }

    private static int edge(Random random) {
        return random.nextBoolean() ? 32767 : -32768;
    }

    private static short[][] limits(Random random, int length) {
        var window = new short[length][3];
        for (short[] sample : window) {
            for (int axis = 0; axis < 3; axis++) {
                sample[axis] = (short) edge(random);
            }
        }
        return window;
    }
}
