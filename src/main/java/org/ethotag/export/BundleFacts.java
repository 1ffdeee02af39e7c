package org.ethotag.export;

import java.util.stream.Collectors;
import org.ethotag.quantization.GraphEdge;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.RowBound;
import org.ethotag.signal.Samples;

/** What a bundle's README says about its model: expectations, classes, resources, number formats. */
final class BundleFacts {
    private static final double PERCENT = 100;

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
                                perSample(graph) * graph.windows().lengthSamples() + graph.multiplicationsPerWindow(),
                                graph.weightBits(),
                                tightest(graph),
                                formats(graph))
                + BundleCosts.text(!graph.front().isEmpty());
    }

    private static String classes(QuantizedGraph graph) {
        var lines = new StringBuilder();
        for (int i = 0; i < graph.classes().size(); i++) {
            lines.append(i).append(". ").append(graph.classes().get(i)).append('\n');
        }
        return lines.toString().strip();
    }

    /** Conditioning, and what {@link QuantizedGraph} counts. */
    private static long perSample(QuantizedGraph graph) {
        return (long) Samples.AXES * Samples.AXES + graph.multiplicationsPerSample();
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
