package org.ethotag.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.ethotag.export.CRuntime.Core;
import org.ethotag.quantization.ExtremeGraphs;
import org.ethotag.quantization.Students;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Java engine against the C runtime on emulated tag processors, bit by bit. */
class EmulatedParityTest {
    private static final int STEPS = Integer.getInteger("ethotag.parity.emulated", 4_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void randomAndExtremeGraphsGiveTheSameIntegers(Core core) throws IOException, InterruptedException {
        var runtime = CRuntime.emulated(folder, core);
        var random = new Random(5);
        Parity.assertSame(runtime, () -> Students.randomGraph(random), STEPS, 20);
        Parity.assertSame(runtime, () -> ExtremeGraphs.random(random), STEPS / 4, 20);
        Parity.assertSame(runtime, () -> Students.randomGraph(random), STEPS / 4, 256);
    }
}
