package org.ethotag.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ethotag.recording.TraceLayout.Column;
import org.ethotag.signal.Samples;
import org.ethotag.signal.TracePyramid;

/**
 * Turns a chunk of samples and its pyramid levels into bytes: int16 codes if all values lie on the grid exactly, floats
 * otherwise. One thread; the bytes are valid until the next chunk.
 */
final class ChunkEncoder {
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(
                    (int) TraceLayout.valuesIn(TraceLayout.CHUNK_SAMPLES) * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);

    /**
     * One chunk, encoded.
     *
     * @param column how
     * @param scale g per code, 1 for floats
     * @param bytes ready to be written
     * @param top per axis the blocks of the first level that is kept outside chunks, [axis][block][low, high]
     */
    record Encoded(Column column, double scale, ByteBuffer bytes, float[][] top) {}

    /** @param gridG step that all values may be multiples of, in g; 0 if none is known */
    Encoded encode(float[][] samples, int count, double gridG) {
        bytes.clear();
        var column = putCodes(samples, count, gridG) ? Column.INT16 : Column.FLOAT32;
        if (column == Column.FLOAT32) {
            bytes.clear();
            for (var axis : samples) {
                put(axis, count, column, gridG);
            }
        }
        var levels = new float[Samples.AXES][];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            levels[axis] = TracePyramid.foldSamples(samples[axis], count);
        }
        for (int level = 0; level < TraceLayout.CHUNK_LEVELS; level++) {
            for (int axis = 0; axis < Samples.AXES; axis++) {
                put(levels[axis], levels[axis].length, column, gridG);
                levels[axis] = TracePyramid.fold(levels[axis]);
            }
        }
        return new Encoded(column, column == Column.INT16 ? gridG : 1, bytes.flip(), levels);
    }

    private void put(float[] values, int count, Column column, double gridG) {
        switch (column) {
            case INT16 -> {
                for (int i = 0; i < count; i++) {
                    bytes.putShort(code(values[i], gridG));
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < count; i++) {
                    bytes.putFloat(values[i]);
                }
            }
        }
    }

    /** Writes int16 codes as long as all values lie on the grid exactly; else says no, and what it wrote is of no use. */
    private boolean putCodes(float[][] samples, int count, double gridG) {
        if (!(gridG > 0)) {
            return false;
        }
        for (var axis : samples) {
            for (int i = 0; i < count; i++) {
                float value = axis[i];
                int code = (int) Math.rint(value / gridG);
                boolean exact = code >= -Short.MAX_VALUE
                        && code <= Short.MAX_VALUE
                        && Float.floatToRawIntBits((float) (code * gridG)) == Float.floatToRawIntBits(value);
                if (!exact && !Float.isNaN(value)) {
                    return false;
                }
                bytes.putShort(exact ? (short) code : TraceLayout.NO_VALUE);
            }
        }
        return true;
    }

    private static short code(float value, double gridG) {
        return Float.isNaN(value) ? TraceLayout.NO_VALUE : (short) Math.rint(value / gridG);
    }
}
