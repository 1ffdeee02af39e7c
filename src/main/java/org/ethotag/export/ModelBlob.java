package org.ethotag.export;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.signal.Rotation;

/** A quantized student as the bytes that a tag executes in place (format: model-blob). Immutable. */
public final class ModelBlob {
    private final QuantizedGraph graph;
    private final byte[] bytes;

    private ModelBlob(QuantizedGraph graph, byte[] bytes) {
        this.graph = graph;
        this.bytes = bytes;
    }

    /** The blob of a graph in the layout that suits any core. */
    public static ModelBlob of(QuantizedGraph graph) {
        return of(graph, WeightLayout.SIX_ROW_BLOCKS);
    }

    /**
     * The blob of a graph.
     *
     * @throws ProblemException if a class name, the window or the network is too large for the format, or the graph is
     *     for study only
     */
    public static ModelBlob of(QuantizedGraph graph, WeightLayout layout) {
        graph.requireCarriedByBlob();
        return new ModelBlob(graph, new BlobWriter(graph, layout).write());
    }

    /**
     * Reads a blob and checks all of it: version, size, checksum, every offset, every shift, the overflow bound of every
     * row, the tables, and that its self-test passes.
     *
     * @throws ProblemException if anything is wrong
     */
    public static ModelBlob parse(byte[] bytes) {
        return new ModelBlob(new BlobReader(bytes).graph(), bytes.clone());
    }

    /** The same student for a tag that sits otherwise, in the same layout; it has a model id of its own. */
    public ModelBlob mounted(Rotation rotation) {
        var layout = Arrays.stream(WeightLayout.values())
                .filter(one -> one.id() == layoutId())
                .findFirst()
                .orElseThrow();
        return of(graph.with(graph.conditioning().turned(rotation)), layout);
    }

    /** What it computes. */
    public QuantizedGraph graph() {
        return graph;
    }

    /** The file; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How long it is. */
    public int size() {
        return bytes.length;
    }

    /** Sixteen hexadecimal digits that name this very model: the beginning of the SHA-256 of layer table and data. */
    public String modelId() {
        return HexFormat.of()
                .formatHex(bytes, BlobFormat.AT_MODEL_ID, BlobFormat.AT_MODEL_ID + BlobFormat.MODEL_ID_BYTES);
    }

    /** Number of the order in which the recurrent layer's weights lie (model-blob, "Layouts"). */
    int layoutId() {
        return bytes[BlobFormat.layerAt(graph.front().size()) + LayerRecord.AT_LAYOUT];
    }

    /** Memory that a tag needs besides the blob, in bytes. */
    public int scratchBytes() {
        return scratchBytes(graph);
    }

    /** The same of a graph that no blob may carry. */
    public static int scratchBytes(QuantizedGraph graph) {
        return BlobFormat.scratchBytes(graph);
    }

    /** Memory that a stream of overlapping windows needs instead, in bytes: a state more for every further window. */
    public int streamBytes() {
        var windows = graph.windows();
        int overlapping = Math.ceilDiv(windows.lengthSamples(), windows.strideSamples());
        return scratchBytes() + Short.BYTES * graph.gru().hidden() * (overlapping - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelBlob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "model " + modelId() + ", " + bytes.length + " bytes";
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
