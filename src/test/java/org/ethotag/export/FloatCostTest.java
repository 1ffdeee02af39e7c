package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ethotag.export.CRuntime.Core;
import org.ethotag.quantization.SensorScale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Instructions per window of the float32 build, beside those of {@link RuntimeCostTest}. They depend on the window, on the
 * compiler and on its C library, so they are asserted within a tenth.
 */
class FloatCostTest {
    private static final double TENTH = 0.1;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aWindowInFloatTakesAboutTheInstructionsThatTheProgramSays(Core core) throws IOException, InterruptedException {
        var counted = CountedCore.valueOf(core.name());
        assertAbout(counted.floating(), core, false);
        assertAbout(counted.floatingWithFront(), core, true);
    }

    private void assertAbout(List<Long> said, Core core, boolean front) throws IOException, InterruptedException {
        for (int i = 0; i < said.size(); i++) {
            long instructions = said.get(i);
            long counted = count(core, CountedCore.SIZES.get(i), front);
            assertThat((double) counted).isBetween(instructions * (1 - TENTH), instructions * (1 + TENTH));
        }
    }

    private long count(Core core, int hidden, boolean front) throws IOException, InterruptedException {
        var student = CostCase.student(hidden, front);
        var build = FloatBuild.emulated(folder, core, student, SensorScale.int16(4));
        List<short[][]> windows = FloatBuildTest.windows(student, 1);
        return build.run(windows).getFirst().instructions();
    }
}
