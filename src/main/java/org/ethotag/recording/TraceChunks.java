package org.ethotag.recording;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.TraceLayout.Column;
import org.ethotag.signal.Extremes;
import org.ethotag.signal.Samples;
import org.ethotag.signal.TracePyramid;

/** The numbers of a mapped trace file: samples and lower pyramid in chunks, upper pyramid behind them. Any thread. */
final class TraceChunks implements TracePyramid.Blocks {
    private static final long LAST_IN_CHUNK = TraceLayout.CHUNK_SAMPLES - 1L;
    private static final int CHUNK_BITS = Integer.numberOfTrailingZeros(TraceLayout.CHUNK_SAMPLES);

    private final MemorySegment file;
    private final long lengthSamples;
    private final long[] at;
    private final Column[] columns;
    private final double[] scales;
    private final long topAt;

    private TraceChunks(MemorySegment file, TraceHeader header, int chunks) {
        this.file = file;
        this.lengthSamples = header.lengthSamples();
        this.at = new long[chunks];
        this.columns = new Column[chunks];
        this.scales = new double[chunks];
        this.topAt = header.directoryAt() + header.directoryBytes();
    }

    /** @throws ProblemException if the directory points outside of the file */
    static TraceChunks of(MemorySegment file, TraceHeader header, Path path) {
        var chunks = new TraceChunks(file, header, (int) TraceLayout.chunkCount(header.lengthSamples()));
        for (int i = 0; i < chunks.at.length; i++) {
            long entry = header.directoryAt() + (long) i * TraceLayout.DIRECTORY_ENTRY_BYTES;
            int column = file.get(TraceLayout.INT, entry + Long.BYTES);
            chunks.at[i] = file.get(TraceLayout.LONG, entry);
            chunks.columns[i] = Column.of(column)
                    .orElseThrow(
                            () -> new ProblemException(RecordingProblem.TRACE_DAMAGED, path, "column type " + column));
            chunks.scales[i] = file.get(TraceLayout.DOUBLE, entry + Long.BYTES + 2 * Integer.BYTES);
            int samples = file.get(TraceLayout.INT, entry + Long.BYTES + Integer.BYTES);
            long bytes = TraceLayout.valuesIn(chunks.samplesIn(i)) * chunks.columns[i].bytes();
            boolean inside = chunks.at[i] >= TraceLayout.HEADER_BYTES && chunks.at[i] <= header.directoryAt() - bytes;
            TraceHeader.require(inside && samples == chunks.samplesIn(i), path, "chunk " + i);
        }
        return chunks;
    }

    @Override
    public long lengthSamples() {
        return lengthSamples;
    }

    /** Fills {@code into} with the values of one axis from a sample on, in g. */
    void read(int axis, long from, float[] into) {
        int done = 0;
        while (done < into.length) {
            long sample = from + done;
            int chunk = (int) (sample >>> CHUNK_BITS);
            int inChunk = (int) (sample & LAST_IN_CHUNK);
            int count = Math.min(into.length - done, samplesIn(chunk) - inChunk);
            long first = position(chunk, axis, TracePyramid.SAMPLES) + (long) inChunk * columns[chunk].bytes();
            for (int i = 0; i < count; i++) {
                into[done + i] = value(chunk, first, i);
            }
            done += count;
        }
    }

    @Override
    public void include(int axis, int level, long from, long to, Extremes extremes) {
        if (level >= TraceLayout.CHUNK_LEVELS) {
            includeFloats(topPosition(axis, level) + 2 * from * Float.BYTES, 2 * (to - from), extremes);
            return;
        }
        long perChunk = TraceLayout.CHUNK_SAMPLES / TracePyramid.blockLength(level);
        int values = level == TracePyramid.SAMPLES ? 1 : 2;
        for (long block = from; block < to; ) {
            int chunk = (int) (block / perChunk);
            long end = Math.min(to, (chunk + 1) * perChunk);
            long first = position(chunk, axis, level) + (block % perChunk) * values * columns[chunk].bytes();
            switch (columns[chunk]) {
                case INT16 -> includeCodes(first, (end - block) * values, scales[chunk], extremes);
                case FLOAT32 -> includeFloats(first, (end - block) * values, extremes);
            }
            block = end;
        }
    }

    private void includeFloats(long first, long count, Extremes extremes) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (long i = 0; i < count; i++) {
            float value = file.get(TraceLayout.FLOAT, first + i * Float.BYTES);
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        extremes.include(low, high);
    }

    private void includeCodes(long first, long count, double scale, Extremes extremes) {
        int low = Short.MAX_VALUE + 1;
        int high = TraceLayout.NO_VALUE;
        for (long i = 0; i < count; i++) {
            int code = file.get(TraceLayout.SHORT, first + i * Short.BYTES);
            low = code < low && code != TraceLayout.NO_VALUE ? code : low;
            high = Math.max(high, code);
        }
        if (low <= high) {
            extremes.include((float) (low * scale), (float) (high * scale));
        }
    }

    private float value(int chunk, long first, int index) {
        return switch (columns[chunk]) {
            case INT16 -> {
                short code = file.get(TraceLayout.SHORT, first + (long) index * Short.BYTES);
                yield code == TraceLayout.NO_VALUE ? Float.NaN : (float) (code * scales[chunk]);
            }
            case FLOAT32 -> file.get(TraceLayout.FLOAT, first + (long) index * Float.BYTES);
        };
    }

    private int samplesIn(int chunk) {
        return (int) Math.min(TraceLayout.CHUNK_SAMPLES, lengthSamples - ((long) chunk << CHUNK_BITS));
    }

    private long position(int chunk, int axis, int level) {
        return at[chunk] + TraceLayout.valuesBefore(samplesIn(chunk), axis, level) * columns[chunk].bytes();
    }

    private long topPosition(int axis, int level) {
        long values = 0;
        for (int below = TraceLayout.CHUNK_LEVELS; below < level; below++) {
            values += 2 * Samples.AXES * TracePyramid.blockCount(below, lengthSamples);
        }
        return topAt + (values + 2L * axis * TracePyramid.blockCount(level, lengthSamples)) * Float.BYTES;
    }
}
