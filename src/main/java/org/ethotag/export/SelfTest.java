package org.ethotag.export;

import java.util.Arrays;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.signal.Samples;

/** The sixteen samples with which a tag proves at boot that its arithmetic is right, and what must come out. */
final class SelfTest {
    static final int SAMPLES = 16;
    /** A linear congruential generator, modulus 2^32 (Numerical Recipes, 3rd edition, section 7.1). */
    private static final int MULTIPLIER = 1664525;

    private static final int INCREMENT = 1013904223;

    /** [sample][axis], counts */
    private final short[][] raw;

    private final int[] hidden;
    private final int[] logits;

    private SelfTest(short[][] raw, int[] hidden, int[] logits) {
        this.raw = raw;
        this.hidden = hidden;
        this.logits = logits;
    }

    /** Noise over the sensor's whole range, the same for every model of that sensor, through this graph. */
    static SelfTest of(QuantizedGraph graph) {
        double fullCounts = graph.sensor().fullScaleG() * graph.sensor().countsPerG();
        int limit = (int) Math.min(Short.MAX_VALUE, fullCounts);
        var raw = new short[SAMPLES][Samples.AXES];
        int state = 0;
        for (short[] sample : raw) {
            for (int axis = 0; axis < Samples.AXES; axis++) {
                state = state * MULTIPLIER + INCREMENT;
                sample[axis] = (short) (((state >> Short.SIZE) * limit) >> (Short.SIZE - 1));
            }
        }
        return run(graph, raw);
    }

    /** What this graph makes of the given samples. */
    static SelfTest run(QuantizedGraph graph, short[][] raw) {
        var engine = new IntegerEngine(graph);
        int[] logits = engine.logits(raw);
        return new SelfTest(raw, engine.values(EdgeName.HIDDEN), logits);
    }

    static long bytes(int hidden, int classes) {
        return 2L * Short.BYTES
                + (long) Short.BYTES * (SAMPLES * Samples.AXES + hidden)
                + (long) Integer.BYTES * classes;
    }

    void write(ByteSink sink) {
        sink.int16(SAMPLES).int16(0);
        for (short[] sample : raw) {
            for (short value : sample) {
                sink.int16(value);
            }
        }
        for (int value : hidden) {
            sink.int16(value);
        }
        for (int value : logits) {
            sink.int32(value);
        }
    }

    static SelfTest read(ByteSource source, int offset, int hidden, int classes) {
        source.require("number of self-test samples", source.uint16(offset), SAMPLES, SAMPLES);
        int at = offset + 2 * Short.BYTES;
        var raw = new short[SAMPLES][Samples.AXES];
        for (short[] sample : raw) {
            for (int axis = 0; axis < Samples.AXES; axis++, at += Short.BYTES) {
                sample[axis] = (short) source.int16(at);
            }
        }
        int[] state = new int[hidden];
        for (int i = 0; i < hidden; i++, at += Short.BYTES) {
            state[i] = source.int16(at);
        }
        int[] logits = new int[classes];
        for (int i = 0; i < classes; i++, at += Integer.BYTES) {
            logits[i] = source.int32(at);
        }
        return new SelfTest(raw, state, logits);
    }

    /** Whether this graph gives exactly what is written here. */
    boolean passes(QuantizedGraph graph) {
        var result = run(graph, raw);
        return Arrays.equals(hidden, result.hidden) && Arrays.equals(logits, result.logits);
    }
}
