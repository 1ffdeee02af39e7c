package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ethotag.export.CRuntime.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bounds for what the runtime takes of a tag; the figures themselves are in benchmarks.md. */
class RuntimeFootprintTest {
    /** All nine kernels, checks, self-test, windows, yaw and radio summary; a tag links what it calls. */
    private static final int MOST_CODE_BYTES = 24 * 1024;
    /** One classification: reset, step, logits. */
    private static final int MOST_STEP_STACK_BYTES = 320;

    private static final int MOST_STACK_BYTES = 400;

    /** What the program around the runtime may add. */
    private static final int MAIN_STACK_BYTES = 112;

    /** What the two kernels of a layout that is left out take at least. */
    private static final int LAYOUT_BYTES = 3000;

    private static final List<String> ENTRIES = List.of(
            "ethotag_open",
            "ethotag_self_test",
            "ethotag_logits",
            "ethotag_stream_sample",
            "ethotag_yaw_sample",
            "ethotag_yaw_turn",
            "ethotag_summary");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theRuntimeKeepsToItsBounds(Core core) throws IOException, InterruptedException {
        var footprint = Footprint.of(folder, core);
        assertThat(footprint.code()).as("bytes of code").isBetween(1, MOST_CODE_BYTES);
        assertThat(footprint.data()).as("bytes of variables").isZero();
        assertThat(footprint.missing()).as("calls of other code").isSubsetOf(Set.of("memset", "memcpy"));
        assertThat(footprint.deepest("ethotag_step")).as("stack of a step").isBetween(1, MOST_STEP_STACK_BYTES);
        for (String entry : ENTRIES) {
            assertThat(footprint.deepest(entry)).as("stack of " + entry).isBetween(1, MOST_STACK_BYTES);
        }
    }

    /** The largest network of the paper, compiled in, with 128 KB of flash and 8 KB of memory. */
    @Test
    void theLargestNetworkRunsOnASmallChip() throws IOException, InterruptedException {
        String said = small(List.of());
        assertThat(said).startsWith("status 0 stack ");
        int used = Integer.parseInt(said.substring(said.lastIndexOf(' ') + 1));
        var footprint = Footprint.of(folder, Core.CORTEX_M3);
        assertThat(used)
                .as("bytes of stack")
                .isBetween(footprint.deepest("ethotag_step"), MOST_STACK_BYTES + MAIN_STACK_BYTES);
    }

    @Test
    void aBuildForOneLayoutIsSmallerAndRefusesOtherBlobs() throws IOException, InterruptedException {
        small(List.of());
        int all = Footprint.code(folder, "small.elf");
        assertThat(small(List.of("-DETHOTAG_LAYOUTS=2u"))).startsWith("status 0 stack ");
        assertThat(Footprint.code(folder, "small.elf")).isLessThan(all - LAYOUT_BYTES);
        assertThat(small(List.of("-DETHOTAG_LAYOUTS=4u"))).startsWith("status 7 stack ");
    }

    /** What the program for the small chip says. */
    private String small(List<String> more) throws IOException, InterruptedException {
        var blob = new CostCase(Core.CORTEX_M3, 64, 16, WeightLayout.SIX_ROW_BLOCKS).blob();
        Files.writeString(folder.resolve("model.h"), ModelSource.header(blob));
        Files.writeString(folder.resolve("model.c"), ModelSource.source(blob));
        var sources = new ArrayList<>(CRuntime.sources("small.c"));
        sources.add(folder.resolve("model.c").toString());
        CRuntime.compileSmall(folder, more, sources, "small.elf");
        return CRuntime.firstLine(folder, CRuntime.small("small.elf"));
    }
}
