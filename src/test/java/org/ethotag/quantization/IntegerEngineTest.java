package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntegerEngineTest {
    @Test
    void randomGraphsGiveWhatTheReferenceInLongGives() {
        trials(200, random -> {
            var graph = Students.randomGraph(random);
            var window = Students.noise(random, 24);
            var engine = new IntegerEngine(graph);
            var reference = new LongReference(graph);
            assertThat(engine.logits(window)).containsExactly(ints(reference.logits(window)));
            assertThat(engine.values(EdgeName.HIDDEN)).containsExactly(ints(reference.state()));
        });
    }

    @Test
    void everyIntegerStaysInsideTheRangeOfItsEdge() {
        trials(60, random -> {
            var graph = Students.randomGraph(random);
            var engine = new IntegerEngine(graph);
            for (short[] sample : Students.noise(random, 40)) {
                engine.step(sample);
                engine.logits();
                for (GraphEdge edge : graph.edges()) {
                    for (int value : engine.values(edge.name())) {
                        assertThat((long) value).isBetween(edge.lowest(), edge.highest());
                    }
                }
            }
        });
    }

    @Test
    void streamingIsTheSameAsAWholeWindow() {
        var random = new Random(7);
        var graph = Students.randomGraph(random);
        var window = Students.noise(random, 50);
        var streaming = new IntegerEngine(graph);
        streaming.logits(Students.noise(random, 5));
        streaming.reset();
        for (short[] sample : window) {
            streaming.step(sample);
        }
        assertThat(streaming.logits()).containsExactly(new IntegerEngine(graph).logits(window));
    }

    @Test
    void conditioningIsTheInputOfTheNetwork() {
        var random = new Random(8);
        var graph = Students.randomGraph(random);
        var window = Students.noise(random, 30);
        var engine = new IntegerEngine(graph);
        var conditioned = engine.condition(window);
        for (int i = 0; i < window.length; i++) {
            engine.step(window[i]);
            var x = new LongReference(graph).conditioned(window[i]);
            assertThat(engine.values(EdgeName.X)).containsExactly(ints(x));
            assertThat(IntStream.of(conditioned[i][0], conditioned[i][1], conditioned[i][2])
                            .toArray())
                    .containsExactly(ints(x));
        }
    }

    @Test
    void ofEqualLogitsTheLowestClassWins() {
        assertThat(IntegerEngine.classOf(new int[] {3, 9, 9})).isEqualTo(1);
        assertThat(IntegerEngine.classOf(new int[] {Integer.MIN_VALUE, Integer.MIN_VALUE}))
                .isZero();
    }

    @Test
    void unitsOfZerosChangeNothing() {
        trials(40, random -> {
            var student = Students.random(random, 4 + random.nextInt(20), 7, 4, 1);
            var graph = Students.quantize(student, 16);
            var padded = Paddings.withFourMoreUnits(graph);
            var window = Students.noise(random, 40);
            var engine = new IntegerEngine(padded);
            assertThat(engine.logits(window)).containsExactly(new IntegerEngine(graph).logits(window));
            int hidden = graph.gru().hidden();
            assertThat(Arrays.copyOfRange(engine.values(EdgeName.HIDDEN), hidden, hidden + 4))
                    .containsOnly(0);
        });
    }

    @Test
    void countsSaturationsOfTheInput() {
        var graph = Students.quantize(Students.random(new Random(1), 8, 8, 3, 1), 16);
        var steep = new InputConditioning(
                IntMatrix.column(0, 0, 0), IntMatrix.of(3, 3, new int[] {2, 0, 0, 0, 1, 0, 0, 0, 4}), 1);
        var engine = new IntegerEngine(graph.with(steep));
        engine.step(32767, 32767, 32767);
        engine.step(-32768, -32768, 1);
        assertThat(engine.saturations(EdgeName.X)).isEqualTo(1);
        assertThat(engine.values(EdgeName.X)).containsExactly(-32768, -16384, 2);
    }

    static int[] ints(long[] values) {
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }
}
