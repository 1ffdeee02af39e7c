package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ethotag.export.ModelBlob;
import org.ethotag.model.StudentModel;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Fixed-point 5: widths, scales, tables and roundings that no tag knows. */
class StudySettingsTest {
    @Test
    void randomSettingsGiveWhatTheReferenceInLargeIntegersGives() {
        trials(300, random -> {
            var graph = Students.randomStudyGraph(random);
            var window = Students.noise(random, 24);
            var engine = new IntegerEngine(graph);
            var reference = new StudyReference(graph);
            assertThat(engine.logits(window)).containsExactly(IntegerEngineTest.ints(reference.logits(window)));
            assertThat(engine.values(EdgeName.HIDDEN)).containsExactly(IntegerEngineTest.ints(reference.state()));
        });
    }

    @Test
    void everyIntegerStaysInsideTheRangeOfItsEdge() {
        trials(100, random -> {
            var graph = Students.randomStudyGraph(random);
            assertThat(graph.bounds()).allMatch(RowBound::holds);
            var engine = new IntegerEngine(graph);
            for (short[] sample : Students.noise(random, 40)) {
                engine.step(sample);
                engine.logits();
                for (GraphEdge edge : graph.edges()) {
                    for (int value : engine.values(edge.name())) {
                        assertThat((long) value).as(edge.toString()).isBetween(edge.lowest(), edge.highest());
                    }
                }
            }
        });
    }

    @Test
    void sixteenBitsEverywhereIsTheArithmeticOfTheTag() {
        trials(40, random -> {
            var graph = Students.randomGraph(random);
            var window = Students.noise(random, 24);
            assertThat(new StudyReference(graph).logits(window))
                    .containsExactly(new LongReference(graph).logits(window));
        });
    }

    @Test
    void aBlobCarriesBothWidthsAndAScalePerTensor() {
        assertThat(reasons(layer -> layer)).isEmpty();
        assertThat(reasons(layer -> layer.withWeightBits(8))).isEmpty();
        assertThat(reasons(layer -> layer.withScales(ScaleGroup.TENSOR))).isEmpty();
    }

    @Test
    void whatABlobCannotCarryIsSaid() {
        assertThat(reasons(layer -> layer.withWeightBits(6)))
                .containsExactly("its weights have 6 bits instead of 8 or 16");
        assertThat(reasons(layer -> layer.withScales(ScaleGroup.ROW)))
                .containsExactly("its rows have scales of their own");
        assertThat(reasons(layer -> layer.withStateBits(8))).containsExactly("the state has 8 bits instead of 16");
        assertThat(reasons(layer -> layer.withActivationBits(12)))
                .containsExactly(
                        "the gates have 12 bits instead of 16", "the perceptron's values have 12 bits instead of 16");
        assertThat(reasons(layer -> layer.withTable(256, false)))
                .containsExactly(
                        "its tables have 256 cells instead of 512", "its tables are read without interpolation");
        assertThat(reasons(layer -> layer.withRounding(Rounding.DOWN)))
                .containsExactly("it truncates where a tag rounds");
        var mixed = QuantizationSettings.defaults().with(LayerName.GRU, layer -> layer.withWeightBits(8));
        assertThat(Students.quantize(student(), mixed).studyOnly())
                .containsExactly("its layers have weights of 8, 16 and 16 bits");
    }

    @Test
    void noBlobIsMadeOfWhatIsForStudyOnly() {
        var narrow = QuantizationSettings.defaults().withAll(layer -> layer.withStateBits(12));
        var graph = Students.quantize(student(), narrow);
        assertThatThrownBy(() -> ModelBlob.of(graph)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem().code()).isEqualTo(QuantizationProblem.STUDY_ONLY);
            assertThat(thrown.problem().what()).contains("the state has 12 bits instead of 16");
        });
    }

    @Test
    void aBlobReadsBackAsTheGraphItWasMadeOfWithAScalePerTensor() {
        var settings = QuantizationSettings.defaults().withAll(layer -> layer.withScales(ScaleGroup.TENSOR));
        var graph = Students.quantize(student(), settings);
        assertThat(ModelBlob.parse(ModelBlob.of(graph).bytes()).graph()).isEqualTo(graph);
        var fractions = IntStream.range(0, 3)
                .map(g -> graph.gru().recurrentWeightFractionBits(Gate.values()[g], 0))
                .toArray();
        assertThat(fractions).containsOnly(fractions[0]);
    }

    @Test
    void everyRowHasTheFinestScaleThatItsWeightsAllow() {
        var settings = QuantizationSettings.defaults()
                .withAll(layer -> layer.withScales(ScaleGroup.ROW).withWeightBits(8));
        trials(20, random -> {
            var graph = Students.quantize(Students.random(random, 16, 8, 3, 1), settings);
            for (GateWeights gate : graph.gru().gates()) {
                for (int row = 0; row < 16; row++) {
                    int largest = 0;
                    for (int column = 0; column < 16; column++) {
                        largest = Math.max(largest, Math.abs(gate.recurrent().at(row, column)));
                    }
                    assertThat(largest).isBetween(64, 127);
                }
            }
        });
    }

    @Test
    void settingsOutsideTheirLimitsAreRefused() {
        var layer = LayerSettings.gruq1(16);
        for (var wrong : List.<UnaryOperator<LayerSettings>>of(
                one -> one.withWeightBits(17),
                one -> one.withWeightBits(1),
                one -> one.withStateBits(3),
                one -> one.withActivationBits(5),
                one -> one.withTable(500, true),
                one -> one.withTable(8, true),
                one -> one.withTable(8192, true))) {
            assertThatThrownBy(() -> wrong.apply(layer)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<String> reasons(UnaryOperator<LayerSettings> change) {
        return Students.quantize(student(), QuantizationSettings.defaults().withAll(change))
                .studyOnly();
    }

    private static StudentModel student() {
        return Students.random(new Random(11), 8, 6, 3, 1);
    }
}
