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
            | code: both with an input perceptron, as compiled without ETHOTAG_LAYOUTS | 21,600; 12,300 | 19,800; 12,200 with layout 1, 10,500 with layout 2 |
            | code: windows that overlap; counts and summary; yaw | 420; 230; 1,540 | 420; 220; 1,540 |
            | RAM besides the scratch memory above: model, session | 196, 44 | 196, 44 |
            | RAM: stream, its session included; estimate of the yaw; counts per class, and 8 | 68; 208; 2 | 68; 208; 2 |
            | stack of a step; of opening; of the self-test | 240; 96; 320 | 248; 96; 328 |

            """;

    private BundleCosts() {}

    /** @param front whether the model has an input perceptron: then the counts are of networks that have one as wide as H */
    static String text(boolean front) {
        return """

                ## What the runtime costs

                Measured with arm-none-eabi-gcc 12.2 at `-O2`; instructions counted on an emulated core, for %s samples, three axes, a
                perceptron of 16 units and 5 classes%s. Those of the integers do not depend on the data. Times follow from your clock, your flash's
                wait states and about 1.6 cycles per instruction; they were not measured on hardware.

                | instructions per window, millions | %s |
                |---|---|---|---|
                """.formatted(
                        CountedCore.STEPS,
                        front ? ", an input perceptron of H units" : "",
                        CountedCore.SIZES.stream().map(size -> "H = " + size).collect(Collectors.joining(" | ")))
                + Stream.of(CountedCore.values())
                        .flatMap(core -> fixedRows(core, front))
                        .collect(Collectors.joining())
                + Stream.of(CountedCore.values())
                        .map(core -> floatRow(core, front))
                        .collect(Collectors.joining())
                + MEMORY;
    }

    /** The layout that is best for the core, and the one for any. */
    private static Stream<String> fixedRows(CountedCore core, boolean front) {
        return Stream.of(WeightLayout.forCore(core.word()), WeightLayout.SIX_ROW_BLOCKS)
                .distinct()
                .flatMap(layout -> WEIGHT_BITS.stream()
                        .map(bits -> row(
                                "%s, int%s, layout %s".formatted(core.title(), bits, layout.id()),
                                "%.2f",
                                front ? core.withFront(bits, layout) : core.fixed(bits, layout))));
    }

    private static String floatRow(CountedCore core, boolean front) {
        return row(
                "float32, the folder `float`, " + core.title(),
                "%.1f",
                front ? core.floatingWithFront() : core.floating());
    }

    private static String row(String name, String format, List<Long> counts) {
        return counts.stream()
                .map(count -> String.format(Locale.ROOT, format, count / MILLION))
                .collect(Collectors.joining(" | ", "| " + name + " | ", " |\n"));
    }
}
