package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.export.CRuntime.Core;
import org.ethotag.quantization.Students;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Instructions per window: reset, 256 samples conditioned and stepped, logits. They depend on the compiler, so they are
 * those of {@link CountedCore} exactly for {@link #EXACT_FOR}; under any other they may be at most what the specification
 * gives.
 */
class RuntimeCostTest {
    /** The first line of {@code arm-none-eabi-gcc --version} in Debian 12. */
    private static final String EXACT_FOR = "arm-none-eabi-gcc (15:12.2.rel1-1) 12.2.1 20221205";

    /**
     * core, units, weight bits, layout, and at most (fixed-point 1: the interpreter of the blob; SMLAD on the
     * Cortex-M4F with int16). There is no figure for row-major weights.
     */
    private static final String LIMITS = """
            CORTEX_M3  16 16 SIX_ROW_BLOCKS   880000
            CORTEX_M3  32 16 SIX_ROW_BLOCKS  2660000
            CORTEX_M3  64 16 SIX_ROW_BLOCKS  8970000
            CORTEX_M3  16  8 SIX_ROW_BLOCKS   880000
            CORTEX_M3  32  8 SIX_ROW_BLOCKS  2660000
            CORTEX_M3  64  8 SIX_ROW_BLOCKS  8970000
            CORTEX_M3  16 16 SIX_ROW_WORDS    880000
            CORTEX_M3  32 16 SIX_ROW_WORDS   2660000
            CORTEX_M3  64 16 SIX_ROW_WORDS   8970000
            CORTEX_M3  16  8 SIX_ROW_WORDS    880000
            CORTEX_M3  32  8 SIX_ROW_WORDS   2660000
            CORTEX_M3  64  8 SIX_ROW_WORDS   8970000
            CORTEX_M3  16 16 ROW_MAJOR             -
            CORTEX_M3  32 16 ROW_MAJOR             -
            CORTEX_M3  64 16 ROW_MAJOR             -
            CORTEX_M3  16  8 ROW_MAJOR             -
            CORTEX_M3  32  8 ROW_MAJOR             -
            CORTEX_M3  64  8 ROW_MAJOR             -
            CORTEX_M4F 16 16 SIX_ROW_WORDS    640000
            CORTEX_M4F 32 16 SIX_ROW_WORDS   1760000
            CORTEX_M4F 64 16 SIX_ROW_WORDS   5620000
            CORTEX_M4F 16  8 SIX_ROW_WORDS    880000
            CORTEX_M4F 32  8 SIX_ROW_WORDS   2660000
            CORTEX_M4F 64  8 SIX_ROW_WORDS   8970000
            CORTEX_M4F 16 16 SIX_ROW_BLOCKS   880000
            CORTEX_M4F 32 16 SIX_ROW_BLOCKS  2660000
            CORTEX_M4F 64 16 SIX_ROW_BLOCKS  8970000
            CORTEX_M4F 16  8 SIX_ROW_BLOCKS   880000
            CORTEX_M4F 32  8 SIX_ROW_BLOCKS  2660000
            CORTEX_M4F 64  8 SIX_ROW_BLOCKS  8970000
            CORTEX_M4F 16 16 ROW_MAJOR             -
            CORTEX_M4F 32 16 ROW_MAJOR             -
            CORTEX_M4F 64 16 ROW_MAJOR             -
            CORTEX_M4F 16  8 ROW_MAJOR             -
            CORTEX_M4F 32  8 ROW_MAJOR             -
            CORTEX_M4F 64  8 ROW_MAJOR             -
            """;

    @TempDir
    Path folder;

    private record Figure(CostCase of, long atMost) {
        static Figure parse(String line) {
            var cells = line.strip().split(" +");
            var of = new CostCase(
                    Core.valueOf(cells[0]),
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    WeightLayout.valueOf(cells[3]));
            long atMost = cells[4].equals("-") ? Long.MAX_VALUE : Long.parseLong(cells[4]);
            return new Figure(of, atMost);
        }

        /** What the program and the bundles say. */
        long instructions() {
            return CountedCore.valueOf(of.core().name())
                    .fixed(of.weightBits(), of.layout())
                    .get(CountedCore.SIZES.indexOf(of.hidden()));
        }
    }

    private static List<Figure> figures(Core core) {
        return LIMITS.lines()
                .map(Figure::parse)
                .filter(figure -> figure.of().core() == core)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aWindowTakesTheseInstructionsWhateverIsInIt(Core core) throws IOException, InterruptedException {
        CRuntime.crossCompile(folder, core, List.of(), CRuntime.sources("cost.c"), "cost.elf");
        String compiler = CRuntime.firstLine(folder, List.of("arm-none-eabi-gcc", "--version"));
        var windows = List.of(
                Students.noise(new Random(1), CostCase.SAMPLES), Counts.limits(new Random(2), CostCase.SAMPLES));
        for (Figure figure : figures(core)) {
            var counts = figure.of().count(folder, windows);
            assertThat(counts).as(figure.of() + ", two windows").containsOnly(counts.getFirst());
            assertThat(counts.getFirst()).as(figure.of().toString()).isLessThanOrEqualTo(figure.atMost());
            if (compiler.equals(EXACT_FOR)) {
                assertThat(counts.getFirst()).as(figure.of() + ", " + compiler).isEqualTo(figure.instructions());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInputPerceptronTakesTheseInstructionsWhateverIsInIt(Core core) throws IOException, InterruptedException {
        CRuntime.crossCompile(folder, core, List.of(), CRuntime.sources("cost.c"), "cost.elf");
        String compiler = CRuntime.firstLine(folder, List.of("arm-none-eabi-gcc", "--version"));
        var windows = List.of(
                Students.noise(new Random(1), CostCase.SAMPLES), Counts.limits(new Random(2), CostCase.SAMPLES));
        for (WeightLayout layout : WeightLayout.values()) {
            for (int bits : new int[] {16, 8}) {
                var counts = new ArrayList<Long>();
                for (int hidden : CountedCore.SIZES) {
                    var counted = new CostCase(core, hidden, true, bits, layout).count(folder, windows);
                    assertThat(counted).as(layout + ", two windows").containsOnly(counted.getFirst());
                    counts.add(counted.getFirst());
                }
                var expected = CountedCore.valueOf(core.name()).withFront(bits, layout);
                if (compiler.equals(EXACT_FOR)) {
                    assertThat(counts).as(core + " " + bits + " " + layout).isEqualTo(expected);
                } else {
                    assertThat(counts).as(core + " " + bits + " " + layout).allMatch(count -> count > 0);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProgramCompiledForSizeIsAsFast(Core core) throws IOException, InterruptedException {
        CRuntime.crossCompile(folder, core, List.of("-Os"), CRuntime.sources("cost.c"), "cost.elf");
        var window = List.<short[][]>of(Students.noise(new Random(3), CostCase.SAMPLES));
        for (Figure figure : figures(core)) {
            if (figure.of().hidden() == 32 && figure.atMost() < Long.MAX_VALUE) {
                long count = figure.of().count(folder, window).getFirst();
                assertThat(count).as(figure.of().toString()).isLessThanOrEqualTo(figure.atMost());
            }
        }
    }
}
