package org.ethotag.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a bundle's README says about the runtime: instructions as {@link CountedCore} holds them, code, memory, stack. */
final class BundleCosts {
    private static final double MILLION = 1e6;
    private static final List<Integer> WEIGHT_BITS = List.of(Short.SIZE, Byte.SIZE);

    private static final String MEMORY = """

            Windows that overlap four times cost that four times, spread evenly over the samples.

            | bytes | Cortex-M3 | Cortex-M4F |
            |---|---|---|
            | code: open, self-test, step, logits, every layout | 11,700 | 11,000 |
            | code: the same for one layout only | 7,100 | 7,000 with layout 1, 6,400 with layout 2 |
            | code: windows that overlap; counts and summary; yaw | 420; 230; 1,540 | 420; 220; 1,540 |
            | RAM besides the scratch memory above: model, session | 172, 44 | 172, 44 |
            | RAM: stream, its session included; estimate of the yaw; counts per class, and 8 | 68; 208; 2 | 68; 208; 2 |
            | stack of a step; of opening; of the self-test | 240; 96; 320 | 248; 96; 328 |

            """;

    private BundleCosts() {}

    static String text() {
        return """

                ## What the runtime costs

                Measured with arm-none-eabi-gcc 12.2 at `-O2`; instructions counted on an emulated core, for %s samples, three axes, a
                perceptron of 16 units and 5 classes. Those of the integers do not depend on the data. Times follow from your clock, your flash's
                wait states and about 1.6 cycles per instruction; they were not measured on hardware.

                | instructions per window, millions | %s |
                |---|---|---|---|
                """.formatted(
                        CountedCore.STEPS,
                        CountedCore.SIZES.stream().map(size -> "H = " + size).collect(Collectors.joining(" | ")))
                + Stream.of(CountedCore.values())
                        .flatMap(BundleCosts::fixedRows)
                        .collect(Collectors.joining())
                + Stream.of(CountedCore.values()).map(BundleCosts::floatRow).collect(Collectors.joining())
                + MEMORY;
    }

    /** The layout that is best for the core, and the one for any. */
    private static Stream<String> fixedRows(CountedCore core) {
        return Stream.of(WeightLayout.forCore(core.word()), WeightLayout.SIX_ROW_BLOCKS)
                .distinct()
                .flatMap(layout -> WEIGHT_BITS.stream()
                        .map(bits -> row(
                                "%s, int%s, layout %s".formatted(core.title(), bits, layout.id()),
                                "%.2f",
                                core.fixed(bits, layout))));
    }

    private static String floatRow(CountedCore core) {
        return row("float32, the folder `float`, " + core.title(), "%.1f", core.floating());
    }

    private static String row(String name, String format, List<Long> counts) {
        return counts.stream()
                .map(count -> String.format(Locale.ROOT, format, count / MILLION))
                .collect(Collectors.joining(" | ", "| " + name + " | ", " |\n"));
    }
}
