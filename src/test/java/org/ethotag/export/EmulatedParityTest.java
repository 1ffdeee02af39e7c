package org.ethotag.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.ethotag.export.CRuntime.Core;
import org.ethotag.quantization.ExtremeGraphs;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.Students;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Java against the C runtime on emulated tag processors, bit by bit. */
class EmulatedParityTest {
    private static final int RESULTS = Integer.getInteger("ethotag.parity.emulated", 4_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void randomAndExtremeGraphsGiveTheSameIntegers(Core core) throws IOException, InterruptedException {
        var runtime = CRuntime.emulated(folder, core);
        var random = new Random(5);
        Parity.assertSame(runtime, Parity.windows(random, () -> Students.randomGraph(random), 20), RESULTS);
        Parity.assertSame(runtime, Parity.windows(random, () -> ExtremeGraphs.random(random), 20), RESULTS / 4);
        Parity.assertSame(runtime, Parity.windows(random, Parity.fronts(random), 20), RESULTS);
        Parity.assertSame(runtime, Parity.windows(random, () -> Students.randomGraph(random), 256), RESULTS / 4);
        Parity.assertSame(runtime, Parity.streams(random), RESULTS);
    }

    @ParameterizedTest
    @EnumSource
    void allOtherPartsGiveTheSameIntegers(Core core) throws IOException, InterruptedException {
        var runtime = CRuntime.emulated(folder, core);
        var random = new Random(6);
        runtime.compare(List.of(new PartCases.Lookup(LookupTable.sigmoid()), new PartCases.Lookup(LookupTable.tanh())));
        Parity.assertSame(runtime, Parity.conditionings(random), 5 * RESULTS);
        Parity.assertSame(runtime, i -> YawCase.random(random, 500), 5 * RESULTS);
        Parity.assertSame(runtime, Parity.turns(random), RESULTS / 4);
        Parity.assertSame(runtime, Parity.summaries(random), 5 * RESULTS);
    }
}
