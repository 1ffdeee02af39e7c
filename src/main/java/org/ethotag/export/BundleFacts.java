package org.ethotag.export;

import java.util.stream.Collectors;
import org.ethotag.quantization.GraphEdge;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.RowBound;

/** What a bundle's README says about its model: expectations, classes, resources, number formats. */
final class BundleFacts {
    private static final double PERCENT = 100;

    private static final String RUNTIME = """

            ## What the runtime costs

            Measured with arm-none-eabi-gcc 12.2 at `-O2`; instructions counted on an emulated core, for 256 samples, three axes, a
            perceptron of 16 units and 5 classes. Those of the integers do not depend on the data. Times follow from your clock, your flash's
            wait states and about 1.6 cycles per instruction; they were not measured on hardware.

            | instructions per window, millions | H = 16 | H = 32 | H = 64 |
            |---|---|---|---|
            | Cortex-M3, int16 or int8 weights, layout 1 | 0.84 | 2.52 | 8.55 |
            | Cortex-M4F, int16, layout 2 (SMLAD) | 0.58 | 1.59 | 4.98 |
            | Cortex-M4F, int8, layout 2 | 0.73 | 2.09 | 6.84 |
            | Cortex-M4F, layout 1 | 0.84 | 2.53 | 8.57 |
            | float32, the folder `float`, Cortex-M3 | 41.5 | 119.0 | 380.9 |
            | float32, the folder `float`, Cortex-M4F | 2.7 | 7.7 | 24.8 |

            Windows that overlap four times cost that four times, spread evenly over the samples.

            | bytes | Cortex-M3 | Cortex-M4F |
            |---|---|---|
            | code: open, self-test, step, logits, every layout | 11,700 | 11,000 |
            | code: windows that overlap; counts and summary; yaw | 420; 230; 1,540 | 420; 220; 1,540 |
            | RAM besides the scratch memory above: model, session | 172, 44 | 172, 44 |
            | RAM: stream, its session included; estimate of the yaw; counts per class, and 8 | 68; 208; 2 | 68; 208; 2 |
            | stack of a step; of opening; of the self-test | 240; 96; 320 | 248; 96; 328 |

            """;

    private BundleFacts() {}

    static String text(ModelBlob blob) {
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
                | scratch for one window after the other (RAM) | %s bytes |
                | memory for windows that overlap (RAM), instead of scratch | %s bytes |
                | layout of the weights | %s |
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
                                blob.streamBytes(),
                                blob.layoutId(),
                                perSample(graph),
                                perSample(graph) * graph.windows().lengthSamples() + head(graph),
                                graph.weightBits(),
                                tightest(graph),
                                formats(graph))
                + RUNTIME;
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
        return graph.edges().stream().map(BundleFacts::format).collect(Collectors.joining());
    }

    private static String format(GraphEdge edge) {
        return "| %s | %s | %s | %s to %s |\n"
                .formatted(edge.name().title(), edge.width(), edge.format(), edge.lowest(), edge.highest());
    }
}
