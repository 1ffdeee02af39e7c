package org.ethotag.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.ethotag.quantization.ExtremeGraphs;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Students;
import org.ethotag.quantization.yaw.YawTurn;
import org.ethotag.signal.WindowSpec;

/** Claims that the C runtime gives the integers of Java. */
final class Parity {
    /** Cases in one run of the harness: its files stay small. */
    private static final int BATCH = 500;

    private static final WeightLayout[] LAYOUTS = WeightLayout.values();

    private Parity() {}

    /** One case after the other until so many results were compared. */
    static void assertSame(CRuntime runtime, IntFunction<ParityCase> cases, int results)
            throws IOException, InterruptedException {
        int compared = 0;
        for (int i = 0; compared < results; ) {
            var batch = new ArrayList<ParityCase>();
            while (compared < results && batch.size() < BATCH) {
                var next = cases.apply(i++);
                batch.add(next);
                compared += next.results();
            }
            runtime.compare(batch);
        }
    }

    /** Noise and limits through graphs, in every layout in turn. */
    static IntFunction<ParityCase> windows(Random random, Supplier<QuantizedGraph> graphs, int samples) {
        return i -> BlobCase.of(
                graphs.get(),
                LAYOUTS[i % LAYOUTS.length],
                List.of(Students.noise(random, samples), Counts.limits(random, samples)));
    }

    /** Graphs with an input perceptron: two of three random, the others with weights at their limits. */
    static Supplier<QuantizedGraph> fronts(Random random) {
        return () -> random.nextInt(3) == 0 ? ExtremeGraphs.withFront(random) : Students.randomFrontGraph(random);
    }

    /** Streams of windows that overlap, touch, or leave gaps, now and then restarted. */
    static IntFunction<ParityCase> streams(Random random) {
        return i -> {
            int length = 1 + random.nextInt(24);
            var spec = new WindowSpec(length, 1 + random.nextInt(i % 4 == 0 ? 2 * length : length));
            int samples = 20 + random.nextInt(100);
            return new StreamCase(
                    i % 3 == 0 ? Students.randomFrontGraph(random, spec) : Students.randomGraph(random, spec),
                    LAYOUTS[i % LAYOUTS.length],
                    Students.noise(random, samples),
                    random.nextBoolean() ? 0 : random.nextInt(samples));
        };
    }

    /** Samples through conditionings of any size. */
    static IntFunction<ParityCase> conditionings(Random random) {
        return i -> new PartCases.Condition(
                PartCases.conditioning(random), i % 2 == 0 ? Students.noise(random, 200) : Counts.limits(random, 50));
    }

    /** Turns by any angle, in front of any conditioning. */
    static IntFunction<ParityCase> turns(Random random) {
        return i -> {
            double angle = i % 16 == 0 ? Math.PI / 4 * random.nextInt(8) : 2 * Math.PI * random.nextDouble();
            return new PartCases.Turn(
                    new YawTurn((int) Math.rint(16384 * Math.cos(angle)), (int) Math.rint(16384 * Math.sin(angle))),
                    PartCases.conditioning(random));
        };
    }

    /** Some periods of inferences for 1 to 10 classes; often nearly all of one class. */
    static IntFunction<ParityCase> summaries(Random random) {
        return i -> {
            int classes = 1 + random.nextInt(10);
            int favourite = random.nextInt(classes);
            double share = random.nextInt(3) / 2.0 * (1 - random.nextInt(2) / 256.0);
            int[] indices = random.ints(random.nextInt(1200), 0, classes + 1)
                    .map(index -> random.nextDouble() < share ? favourite : index)
                    .toArray();
            return new SummaryCase(classes, indices, random.nextInt() & 0xFFFFFFFFL, random.nextInt(65536));
        };
    }
}
