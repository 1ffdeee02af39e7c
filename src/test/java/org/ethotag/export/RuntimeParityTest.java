package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.quantization.ExtremeGraphs;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.Students;
import org.ethotag.quantization.yaw.YawSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java against the C runtime on this machine, bit by bit and under sanitizers: 1,150,000 random results, and the tables and
 * extremes beside them. A result is the whole state after one step of the recurrent layer, one input of a table, one
 * conditioned sample, one sample of a stream or of a yaw estimate, one counted inference, or one turned or refused
 * conditioning.
 */
class RuntimeParityTest {
    /** In thousandths of a million results; more with -Dethotag.parity.share=N. */
    private static final int SHARE = Integer.getInteger("ethotag.parity.share", 1_000);

    private static final int BROKEN_BLOBS = Integer.getInteger("ethotag.parity.broken", 100_000);
    private static final int BLOBS_PER_RUN = 5_000;

    @TempDir
    static Path folder;

    static CRuntime runtime;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        runtime = CRuntime.forHost(folder);
    }

    @Test
    void randomGraphsInEveryLayoutGiveTheSameStates() throws IOException, InterruptedException {
        var random = new Random(1);
        Parity.assertSame(runtime, Parity.windows(random, () -> Students.randomGraph(random), 40), 200 * SHARE);
    }

    @Test
    void weightsAndInputsAtTheirLimitsGiveTheSameStates() throws IOException, InterruptedException {
        var random = new Random(2);
        Parity.assertSame(runtime, Parity.windows(random, () -> ExtremeGraphs.random(random), 20), 60 * SHARE);
    }

    @Test
    void inputPerceptronsInEveryLayoutGiveTheSameStates() throws IOException, InterruptedException {
        Parity.assertSame(runtime, Parity.windows(new Random(12), Parity.fronts(new Random(13)), 30), 120 * SHARE);
    }

    @Test
    void longWindowsDoNotDrift() throws IOException, InterruptedException {
        var random = new Random(3);
        Parity.assertSame(runtime, Parity.windows(random, () -> Students.randomGraph(random), 1000), 40 * SHARE);
    }

    @Test
    void everyWindowOfAStreamHasTheLogitsThatItHasAlone() throws IOException, InterruptedException {
        Parity.assertSame(runtime, Parity.streams(new Random(4)), 60 * SHARE);
    }

    @Test
    void allInputsOfBothTablesGiveTheSameValue() throws IOException, InterruptedException {
        runtime.compare(List.of(new PartCases.Lookup(LookupTable.sigmoid()), new PartCases.Lookup(LookupTable.tanh())));
    }

    @Test
    void conditionedSamplesAreTheSame() throws IOException, InterruptedException {
        Parity.assertSame(runtime, Parity.conditionings(new Random(5)), 250 * SHARE);
    }

    @Test
    void conditioningsThatCouldOverflowAreRefusedByBoth() throws IOException, InterruptedException {
        var random = new Random(11);
        Parity.assertSame(runtime, i -> PartCases.AnyConditioning.random(random), 20 * SHARE);
    }

    @Test
    void theYawOfACollarIsTheSame() throws IOException, InterruptedException {
        var random = new Random(6);
        Parity.assertSame(runtime, i -> YawCase.random(random, 2_000), 250 * SHARE);
    }

    @Test
    void theYawIsTheSameWhereSumsAreLargestAndBlocksMany() throws IOException, InterruptedException {
        var random = new Random(7);
        var base = PartCases.conditioning(random);
        var longest = new YawSettings(65535, 65535, 65535, 1, Short.MIN_VALUE, Short.MIN_VALUE);
        var liveliest = new YawSettings(65535, 1, 40000, 1, -1, 0);
        var shortest = new YawSettings(2, 1, 1000, 1024, 1, Short.MAX_VALUE);
        var leaning = new short[131_070][];
        var lively = new short[20_000][];
        for (int i = 0; i < leaning.length; i++) {
            leaning[i] = new short[] {Short.MIN_VALUE, Short.MIN_VALUE, i % 2 == 0 ? Short.MIN_VALUE : 0};
        }
        for (int i = 0; i < lively.length; i++) {
            lively[i] = new short[] {(short) (600 + i % 2 * 100), (short) (i / 4 % 500), -500};
        }
        runtime.compare(List.of(
                new YawCase(longest, base, leaning, 65535),
                new YawCase(liveliest, base, leaning, 65535),
                new YawCase(shortest, base, lively, 500)));
    }

    @Test
    void turnedConditioningsAreTheSame() throws IOException, InterruptedException {
        Parity.assertSame(runtime, Parity.turns(new Random(8)), 20 * SHARE);
    }

    @Test
    void countedPeriodsUnpackToWhatWasCounted() throws IOException, InterruptedException {
        Parity.assertSame(runtime, Parity.summaries(new Random(9)), 130 * SHARE);
    }

    @Test
    void brokenAndHostileBlobsAreRefusedOrHarmless() throws IOException, InterruptedException {
        var random = new Random(10);
        int accepted = 0;
        for (int i = 0; i < BROKEN_BLOBS; ) {
            var cases = new ArrayList<BlobCase>();
            for (; i < BROKEN_BLOBS && cases.size() < BLOBS_PER_RUN; i++) {
                var windows = List.of(Students.noise(random, 4), Counts.limits(random, 4));
                cases.add(BlobCase.ofAny(BrokenBlobs.of(random, i), windows));
            }
            runtime.compare(cases);
            accepted += (int) cases.stream().filter(BlobCase::isReadable).count();
        }
        assertThat(accepted).isBetween(1, BROKEN_BLOBS / 2);
    }
}
