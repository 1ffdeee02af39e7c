package org.ethotag.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model blob as C source, for those who compile it in. */
final class ModelSource {
    private static final int WORDS_PER_LINE = 8;

    private ModelSource() {}

    static String header(ModelBlob blob) {
        var graph = blob.graph();
        return """
                /* Model %s. Made by Ethotag; do not edit. */
                #ifndef ETHOTAG_MODEL_H
                #define ETHOTAG_MODEL_H

                #include <stdint.h>

                /** Size of the blob. */
                #define ETHOTAG_MODEL_BYTES %su
                /** Memory that a session needs, aligned to 4. */
                #define ETHOTAG_MODEL_SCRATCH_BYTES %su
                /** Memory that a stream of overlapping windows needs instead, aligned to 4. */
                #define ETHOTAG_MODEL_STREAM_BYTES %su
                #define ETHOTAG_MODEL_CLASSES %su
                #define ETHOTAG_MODEL_WINDOW_SAMPLES %su
                #define ETHOTAG_MODEL_STRIDE_SAMPLES %su
                #define ETHOTAG_MODEL_RATE_MHZ %su
                /** Counts that the sensor shows for 1 g, in 1/65536. */
                #define ETHOTAG_MODEL_COUNTS_PER_G_64K %s
                /** What one step of a logit is worth. */
                #define ETHOTAG_MODEL_LOGIT_UNIT 0x1p%sf
                #define ETHOTAG_MODEL_ID "%s"

                /** The blob, for ethotag_open. Words keep it aligned. */
                extern const uint32_t ethotag_model_blob[%s];

                #endif
                """.formatted(
                        blob.modelId(),
                        blob.size(),
                        blob.scratchBytes(),
                        blob.streamBytes(),
                        graph.classes().size(),
                        graph.windows().lengthSamples(),
                        graph.windows().strideSamples(),
                        Math.round(graph.rate().hertz() * BlobFormat.MILLI),
                        Math.round(graph.sensor().countsPerG() * BlobFormat.COUNT_PARTS),
                        -graph.output().outputFractionBits(),
                        blob.modelId(),
                        blob.size() / Integer.BYTES);
    }

    static String source(ModelBlob blob) {
        var words = ByteBuffer.wrap(blob.bytes()).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        String lines = IntStream.iterate(0, i -> i < words.capacity(), i -> i + WORDS_PER_LINE)
                .mapToObj(from -> IntStream.range(from, Math.min(words.capacity(), from + WORDS_PER_LINE))
                        .mapToObj(i -> "0x%08Xu".formatted(words.get(i)))
                        .collect(Collectors.joining(", ", "    ", ",\n")))
                .collect(Collectors.joining());
        return "/* Model " + blob.modelId() + ". Made by Ethotag; do not edit. */\n"
                + "#include \"model.h\"\n\n"
                + "const uint32_t ethotag_model_blob[" + words.capacity() + "] = {\n" + lines + "};\n";
    }
}
