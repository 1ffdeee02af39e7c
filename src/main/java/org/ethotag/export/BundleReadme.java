package org.ethotag.export;

import java.util.stream.Collectors;
import org.ethotag.quantization.GraphEdge;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.RowBound;

/** The page that a firmware engineer reads first. */
final class BundleReadme {
    private static final double PERCENT = 100;

    private BundleReadme() {}

    static String text(ImagePayload payload) {
        return use(payload) + facts(payload.blob());
    }

    private static String use(ImagePayload payload) {
        return """
                # Behaviour model %s

                A recurrent network that classifies animal behaviour from raw accelerometer counts, in integers only
                (arithmetic GRUQ-1). Made by Ethotag. The runtime in `include` and `kernels` is under the Apache License 2.0.

                ## Try it

                `make check` compiles everything with the host's compiler and compares %s golden windows bit by bit.
                Without make: `cc -std=c99 -Iinclude -Ikernels *.c kernels/*.c -o check && ./check`

                ## Call it

                ```c
                #include "ethotag.h"
                #include "model.h"

                static uint32_t scratch[ETHOTAG_MODEL_SCRATCH_BYTES / 4u];

                ethotag_model model;
                ethotag_session session;
                int32_t logits[ETHOTAG_MODEL_CLASSES];

                ethotag_open(&model, ethotag_model_blob, ETHOTAG_MODEL_BYTES);   /* check every status */
                ethotag_self_test(&model, scratch, sizeof scratch);             /* once after reset */
                ethotag_start(&session, &model, scratch, sizeof scratch);
                ethotag_reset(&session);                                        /* then for each sample: */
                ethotag_step(&session, raw);                                    /* int16_t raw[3], counts */
                ethotag_logits(&session, logits);                               /* after %s samples */
                ethotag_class_of(logits, model.classes);
                ```

                Instead of `model.c`, the file `model.gruq` may lie anywhere in flash at a multiple of 4; it is executed in
                place. The core must be little-endian. For speed compile with `-O2 -fno-tree-reassoc`.

                """.formatted(
                        payload.blob().modelId(),
                        payload.golden().windows().size(),
                        payload.golden().lengthSamples());
    }

    private static String facts(ModelBlob blob) {
        var graph = blob.graph();
        return """
                ## What it expects

                | | |
                |---|---|
                | samples | %s Hz, three axes x, y, z |
                | full scale | %s g |
                | counts per g | %s |
                | window, stride | %s, %s samples |

                ## Classes

                %s

                ## Resources

                | | |
                |---|---|
                | blob (flash) | %s bytes |
                | scratch (RAM) | %s bytes |
                | multiplications per sample | %s |
                | multiplications per window | %s |
                | weights | int%s |
                | tightest row of the overflow proof | %s %% of int32 |

                ## Number formats

                | edge | values | format | range, as integers |
                |---|---|---|---|
                %s""".formatted(
                        graph.rate().hertz(),
                        graph.sensor().fullScaleG(),
                        graph.sensor().countsPerG(),
                        graph.windows().lengthSamples(),
                        graph.windows().strideSamples(),
                        classes(graph),
                        blob.size(),
                        blob.scratchBytes(),
                        perSample(graph),
                        perSample(graph) * graph.windows().lengthSamples() + head(graph),
                        graph.weightBits(),
                        tightest(graph),
                        formats(graph));
    }

    private static String classes(QuantizedGraph graph) {
        var lines = new StringBuilder();
        for (int i = 0; i < graph.classes().size(); i++) {
            lines.append(i).append(". ").append(graph.classes().get(i)).append('\n');
        }
        return lines.toString().strip();
    }

    /** Conditioning, both matrices, and three products per unit. */
    private static long perSample(QuantizedGraph graph) {
        long hidden = graph.gru().hidden();
        long inputs = graph.gru().inputs();
        return inputs * inputs + 3 * hidden * (inputs + hidden + 1);
    }

    private static long head(QuantizedGraph graph) {
        return (long) graph.hidden().inputs() * graph.hidden().outputs()
                + (long) graph.output().inputs() * graph.output().outputs();
    }

    private static String tightest(QuantizedGraph graph) {
        double fraction =
                graph.bounds().stream().mapToDouble(RowBound::fraction).max().orElseThrow();
        return String.valueOf(Math.round(PERCENT * fraction));
    }

    private static String formats(QuantizedGraph graph) {
        return graph.edges().stream().map(BundleReadme::format).collect(Collectors.joining());
    }

    private static String format(GraphEdge edge) {
        return "| %s | %s | %s | %s to %s |\n"
                .formatted(edge.name().title(), edge.width(), edge.format(), edge.lowest(), edge.highest());
    }
}
