package org.ethotag.export;

import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;

/** Numbers that writer and reader of the model blob share (model-blob, "Header"). */
public final class BlobFormat {
    static final String WHAT = "model blob";
    static final int MAGIC = 0x51555247; // "GRUQ"
    static final int MAJOR = 1;
    static final int MINOR = 0;
    static final int HEADER_BYTES = 64;
    /** Without and with an input perceptron. */
    static final int LAYERS = 3;

    static final int MOST_LAYERS = 4;
    static final int CHECKED_FROM = 16;
    public static final int MODEL_ID_BYTES = 8;
    /** Largest H, width of a perceptron and number of classes: what two bytes and a small tag can bear. */
    static final int MOST_UNITS = 512;

    static final int MOST_CLASSES = 64;
    static final int MOST_SAMPLES = 65535;
    static final int MOST_LABEL_BYTES = 255;
    static final int CONDITIONING_BYTES = 28;

    static final int AT_MAJOR = 4;
    public static final int AT_SIZE = 8;
    static final int AT_CRC = 12;
    static final int AT_MODEL_ID = 16;
    public static final int AT_INPUTS = 24;
    static final int AT_WINDOW = 26;
    public static final int AT_HIDDEN = 28;
    static final int AT_CLASSES = 30;
    static final int AT_LAYERS = 32;
    static final int AT_REVISION = 34;
    static final int AT_SCRATCH = 36;
    public static final int AT_RATE = 40;
    static final int AT_STRIDE = 44;
    static final int AT_FULL_SCALE = 46;
    static final int AT_COUNTS_PER_G = 48;
    public static final int AT_CONDITIONING = 52;
    static final int AT_LABELS = 56;
    static final int AT_SELF_TEST = 60;

    static final double MILLI = 1000;
    static final double COUNT_PARTS = 65536;

    private BlobFormat() {}

    /**
     * Memory that the runtime needs from its caller: two states and, one after the other in the same place, the values of
     * the input perceptron and the hidden ones of the perceptron, all int16.
     */
    static int scratchBytes(QuantizedGraph graph) {
        int values = Math.max(
                graph.hidden().outputs(),
                graph.front().stream().mapToInt(QuantizedDense::outputs).sum());
        return 2 * Short.BYTES * graph.gru().hidden() + Math.ceilDiv(values, 2) * ByteSink.WORD;
    }

    /** Records in the layer table. */
    static int layers(QuantizedGraph graph) {
        return LAYERS + graph.front().size();
    }

    /** Where the record of a layer begins. */
    static int layerAt(int index) {
        return HEADER_BYTES + index * LayerRecord.BYTES;
    }
}
