package org.ethotag.export;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Golden windows as C source, for the bundle's self-checking program. */
final class GoldenSource {
    private static final int SAMPLES_PER_LINE = 5;

    private GoldenSource() {}

    static String header(GoldenWindows golden) {
        return """
                /* Golden windows of model %s. Made by Ethotag; do not edit. */
                #ifndef ETHOTAG_GOLDEN_H
                #define ETHOTAG_GOLDEN_H

                #include <stdint.h>

                #define ETHOTAG_GOLDEN_WINDOWS %su
                #define ETHOTAG_GOLDEN_SAMPLES %su
                #define ETHOTAG_GOLDEN_CLASSES %su

                /** A raw window and what must come out. */
                typedef struct {
                    int32_t logits[ETHOTAG_GOLDEN_CLASSES];
                    int16_t counts[ETHOTAG_GOLDEN_SAMPLES][3];
                } ethotag_golden_window;

                extern const ethotag_golden_window ethotag_golden[%s];

                #endif
                """.formatted(
                golden.modelId(), golden.windows().size(), golden.lengthSamples(), golden.classes(), length(golden));
    }

    static String source(GoldenWindows golden) {
        String windows = golden.windows().stream().map(GoldenSource::window).collect(Collectors.joining());
        return "/* Golden windows of model " + golden.modelId() + ". Made by Ethotag; do not edit. */\n"
                + "#include \"golden.h\"\n\n"
                + "const ethotag_golden_window ethotag_golden[" + length(golden) + "] = {\n"
                + (windows.isEmpty() ? "    {{0}, {{0, 0, 0}}},\n" : windows) + "};\n";
    }

    /** C knows no empty arrays. */
    private static int length(GoldenWindows golden) {
        return Math.max(1, golden.windows().size());
    }

    private static String window(GoldenWindow window) {
        String logits = IntStream.of(window.logits())
                .mapToObj(logit -> logit == Integer.MIN_VALUE ? "INT32_MIN" : Integer.toString(logit))
                .collect(Collectors.joining(", "));
        short[][] counts = window.counts();
        String samples = IntStream.iterate(0, i -> i < counts.length, i -> i + SAMPLES_PER_LINE)
                .mapToObj(from -> Stream.of(counts)
                        .skip(from)
                        .limit(SAMPLES_PER_LINE)
                        .map(sample -> "{" + sample[0] + ", " + sample[1] + ", " + sample[2] + "}")
                        .collect(Collectors.joining(", ", "         ", ",\n")))
                .collect(Collectors.joining());
        return "    {{" + logits + "},\n     {\n" + samples + "     }},\n";
    }
}
