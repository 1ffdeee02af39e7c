package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ethotag.export.CRuntime.Core;
import org.ethotag.quantization.SensorScale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Instructions per window of the float32 build, beside those of {@link RuntimeCostTest}. They depend on the window, on the
 * compiler and on its C library, so they are asserted within a tenth.
 */
class FloatCostTest {
    private static final double TENTH = 0.1;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "CORTEX_M3, 16, 41468792",
        "CORTEX_M3, 32, 119041499",
        "CORTEX_M3, 64, 380883581",
        "CORTEX_M4F, 16, 2683551",
        "CORTEX_M4F, 32, 7713732",
        "CORTEX_M4F, 64, 24819592"
    })
    void aWindowInFloatTakesAboutTheseInstructions(Core core, int hidden, long instructions)
            throws IOException, InterruptedException {
        var student = CostCase.student(hidden);
        var build = FloatBuild.emulated(folder, core, student, SensorScale.int16(4));
        List<short[][]> windows = FloatBuildTest.windows(student, 1);
        long counted = build.run(windows).getFirst().instructions();
        assertThat((double) counted).isBetween(instructions * (1 - TENTH), instructions * (1 + TENTH));
    }
}
