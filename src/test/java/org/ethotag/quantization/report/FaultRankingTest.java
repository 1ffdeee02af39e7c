package org.ethotag.quantization.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Quantizer;
import org.ethotag.quantization.SensorScale;
import org.ethotag.quantization.Students;
import org.ethotag.quantization.report.Faults.Kind;
import org.ethotag.quantization.report.Faults.Planted;
import org.junit.jupiter.api.Test;

class FaultRankingTest {
    private static final int PLANTED = 200;
    private static final int WINDOWS = 4;
    private static final double REQUIRED = 0.95;

    private static StudentModel student(Random random) {
        return Students.random(random, 3 + random.nextInt(30), 4 + random.nextInt(12), 3 + random.nextInt(3), 1);
    }

    private static List<Suspect> ranking(QuantizedGraph graph, StudentModel student, long seed) {
        var dataset = Students.smooth(new Random(seed), WINDOWS, student);
        return FaultRanking.of(graph, student, dataset, dataset.allIndices(), JobMonitor.unwatched());
    }

    @Test
    void theNodeWithThePlantedFaultIsNamedFirst() {
        Map<Kind, Integer> planted = new EnumMap<>(Kind.class);
        Map<Kind, Integer> found = new EnumMap<>(Kind.class);
        int byEffect = 0;
        for (int seed = 0; seed < PLANTED; seed++) {
            var random = new Random(seed);
            var student = student(random);
            var sound = Students.quantize(student, random.nextInt(3) == 0 ? 8 : 16);
            var kind = Kind.values()[seed % Kind.values().length];
            var fault = Faults.plant(random, sound, kind);
            planted.merge(kind, 1, Integer::sum);
            var first = ranking(fault.graph(), student, seed).getFirst();
            found.merge(kind, first.edge() == fault.edge() && first.isFaulty() ? 1 : 0, Integer::sum);
            byEffect += worstByEffect(fault, student, seed) ? 1 : 0;
        }
        int right = found.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "planted faults: %d of %d located at the right matrix (%s of %s); the worst SQNR alone points at its gate in %d%n",
                right, PLANTED, found, planted, byEffect);
        assertThat((double) right / PLANTED).isGreaterThanOrEqualTo(REQUIRED);
    }

    /** Whether the edge with the worst SQNR, which is what a plain report shows, belongs to the gate of the fault. */
    private static boolean worstByEffect(Planted fault, StudentModel student, long seed) {
        var dataset = Students.smooth(new Random(seed), WINDOWS, student);
        var worst = LayerReport.of(fault.graph(), student, dataset, dataset.allIndices()).edges().stream()
                .min(Comparator.comparingDouble(EdgeReport::sqnrDb))
                .orElseThrow();
        return group(worst.edge().name()).equals(group(fault.edge()));
    }

    private static String group(EdgeName edge) {
        return switch (edge) {
            case INPUT_RESET, RECURRENT_RESET, PRE_RESET, RESET -> "r";
            case INPUT_UPDATE, RECURRENT_UPDATE, PRE_UPDATE, UPDATE -> "z";
            case INPUT_NEW, RECURRENT_NEW, NEW_RECURRENT, PRE_NEW, NEW -> "n";
            default -> edge.title();
        };
    }

    @Test
    void theReasonNamesTheKindOfFault() {
        var expected = Map.of(
                Kind.SCALE, Suspicion.SCALE,
                Kind.SATURATED_ROW, Suspicion.ROW,
                Kind.TRUNCATION, Suspicion.TRUNCATION);
        for (int seed = 0; seed < 30; seed++) {
            var random = new Random(1_000 + seed);
            var student = student(random);
            var kind = Kind.values()[seed % Kind.values().length];
            var fault = Faults.plant(random, Students.quantize(student, 16), kind);
            var first = ranking(fault.graph(), student, seed).getFirst();
            assertThat(first.suspicion()).as("seed %d, %s", seed, first).isEqualTo(expected.get(kind));
        }
    }

    @Test
    void aSoundGraphHasNoSuspect() {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(2_000 + seed);
            var student = student(random);
            var sound = Students.quantize(student, seed % 2 == 0 ? 16 : 8);
            assertThat(ranking(sound, student, seed)).as("seed %d", seed).noneMatch(Suspect::isFaulty);
        }
    }

    @Test
    void faultsOfAnInputPerceptronAreFoundThereAndASoundOneHasNone() {
        for (int seed = 0; seed < 30; seed++) {
            var random = new Random(4_000 + seed);
            var student = Students.withFront(random, 4 + random.nextInt(13), 4 + random.nextInt(13), 8, 4, 0.7);
            var sound = Students.quantize(student, seed % 2 == 0 ? 16 : 8);
            assertThat(ranking(sound, student, seed)).as("seed %d", seed).noneMatch(Suspect::isFaulty);
            var fault = Faults.plantInFront(random, sound, Kind.values()[seed % Kind.values().length]);
            var first = ranking(fault.graph(), student, seed).getFirst();
            assertThat(first.isFaulty()).as("seed %d, %s", seed, fault.kind()).isTrue();
            assertThat(first.edge()).as("seed %d, %s", seed, fault.kind()).isIn(EdgeName.FRONT_SUM, EdgeName.FRONT);
        }
    }

    @Test
    void studySettingsAreNoFault() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(3_000 + seed);
            var student = student(random);
            var sound = Students.quantize(student, Students.randomSettings(random));
            assertThat(ranking(sound, student, seed)).as("seed %d", seed).noneMatch(Suspect::isFaulty);
        }
    }

    @Test
    void aTableWithAWrongEntryIsFoundAtTheFunctionThatReadsIt() {
        var random = new Random(5);
        var student = student(random);
        var sound = Students.quantize(student, 16);
        int[] entries = new int[LookupTable.ENTRIES];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = sound.tanh().entry(i) / 2;
        }
        var broken = new QuantizedGraph(
                sound.sensor(),
                sound.conditioning(),
                sound.gru(),
                sound.hidden(),
                sound.output(),
                sound.sigmoid(),
                LookupTable.ofEntries(entries),
                sound.classes(),
                sound.windows(),
                sound.rate());
        var suspects = ranking(broken, student, 1);
        assertThat(suspects.stream().filter(Suspect::isFaulty).map(Suspect::edge))
                .containsExactly(EdgeName.NEW);
    }

    @Test
    void aSensorThatIsTooSmallIsFoundAtTheInput() {
        var student = student(new Random(6));
        var dataset = Students.smooth(new Random(7), WINDOWS, student);
        var settings = QuantizationSettings.defaults().withSensor(new SensorScale(0.1, 1000));
        var narrow = Quantizer.quantize(student, dataset, settings);
        var first = FaultRanking.of(narrow, student, dataset, dataset.allIndices(), JobMonitor.unwatched())
                .getFirst();
        assertThat(List.of(first.edge(), first.suspicion())).isEqualTo(List.of(EdgeName.X, Suspicion.SATURATION));
    }
}
