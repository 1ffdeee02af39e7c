package org.ethotag.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.TraceLayout.Column;
import org.ethotag.signal.Samples;
import org.ethotag.signal.TracePyramid;

/**
 * Writes one trace, sample by sample, in constant memory but for the upper pyramid (about 12 bytes in 1000 samples). The
 * file has a temporary name until {@link #finish}; closing before that leaves nothing behind. One thread.
 */
public final class TraceWriter implements AutoCloseable {
    private final Path temporary;
    private final FileChannel file;
    private final float[][] chunk = new float[Samples.AXES][TraceLayout.CHUNK_SAMPLES];
    private final ChunkEncoder encoder = new ChunkEncoder();
    private final Fingerprints fingerprints = new Fingerprints();
    private final List<Chunk> directory = new ArrayList<>();
    private final List<float[][]> top = new ArrayList<>();
    private int filled;
    private long appended;
    private long written = TraceLayout.HEADER_BYTES;
    private double gridG;
    private boolean finished;
    private Path target;

    private record Chunk(long at, Column column, int samples, double scale) {}

    @SuppressWarnings(
            "resource") // the lock lives as long as the channel; it tells a study opened elsewhere to keep off
    TraceWriter(Path target) {
        this.target = target;
        this.temporary = target.resolveSibling(target.getFileName() + RecordingStore.TEMPORARY_ENDING);
        try {
            file = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            file.lock();
            file.position(written);
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    /**
     * Says that values are multiples of a step, as counts or decimals are, so that they can be kept as int16 without
     * loss. It is only a hint: chunks whose values do not fit are kept as floats.
     *
     * @param stepG the step in g; 0 if there is none
     */
    public void grid(double stepG) {
        gridG = stepG;
    }

    /** Adds one sample in g; what is not finite is kept as NaN. */
    public void append(float xG, float yG, float zG) {
        float x = finite(xG);
        float y = finite(yG);
        float z = finite(zG);
        chunk[0][filled] = x;
        chunk[1][filled] = y;
        chunk[2][filled] = z;
        fingerprints.append(x, y, z);
        appended++;
        if (++filled == TraceLayout.CHUNK_SAMPLES) {
            flush();
        }
    }

    /** Samples so far. */
    public long lengthSamples() {
        return appended;
    }

    /**
     * Completes the file, forces it to the disk and gives it its name. When this returns the trace is safe.
     *
     * @param details must be about as many samples as were appended
     */
    public void finish(TraceDetails details) {
        if (details.lengthSamples() != lengthSamples()) {
            throw new IllegalArgumentException(
                    "details of " + details.lengthSamples() + " samples for " + lengthSamples());
        }
        long length = lengthSamples();
        if (filled > 0) {
            flush();
        }
        try {
            writeTail(details, length);
            file.force(true);
            file.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            finished = true;
            forceFolder(target.toAbsolutePath().resolveSibling(""));
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    /** Removes the temporary file unless the trace is finished. */
    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            file.close();
            Files.deleteIfExists(temporary);
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    /** Gives the trace another name than it was begun with; before {@link #finish}. */
    public void rename(Path file) {
        target = file;
    }

    /** What identifies the samples so far by content. */
    public Fingerprints fingerprints() {
        return fingerprints;
    }

    private void flush() {
        var encoded = encoder.encode(chunk, filled, gridG);
        directory.add(new Chunk(written, encoded.column(), filled, encoded.scale()));
        top.add(encoded.top());
        try {
            write(encoded.bytes());
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
        filled = 0;
    }

    private void writeTail(TraceDetails details, long length) throws IOException {
        var crc = new CRC32C();
        long directoryAt = written;
        writeChecked(directoryBytes(), crc);
        var level = joinTop();
        for (int i = TraceLayout.CHUNK_LEVELS; i < TracePyramid.levels(length); i++) {
            for (int axis = 0; axis < Samples.AXES; axis++) {
                writeChecked(floats(level[axis]), crc);
                level[axis] = TracePyramid.fold(level[axis]);
            }
        }
        long detailsAt = written;
        writeChecked(ByteBuffer.wrap(new TraceTail(details, fingerprints.sorted()).bytes()), crc);
        var header = new TraceHeader(
                written, length, details.clock().rate().hertz(), details.rawSha256(), directoryAt, detailsAt, (int)
                        crc.getValue());
        var bytes = header.bytes();
        while (bytes.hasRemaining()) {
            file.write(bytes, bytes.position());
        }
    }

    private ByteBuffer directoryBytes() {
        var bytes = ByteBuffer.allocate(directory.size() * TraceLayout.DIRECTORY_ENTRY_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (var entry : directory) {
            bytes.putLong(entry.at()).putInt(entry.column().code()).putInt(entry.samples());
            bytes.putDouble(entry.scale());
        }
        return bytes.flip();
    }

    private float[][] joinTop() {
        var joined = new float[Samples.AXES][];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            int size = 0;
            for (var part : top) {
                size += part[axis].length;
            }
            joined[axis] = new float[size];
            int at = 0;
            for (var part : top) {
                System.arraycopy(part[axis], 0, joined[axis], at, part[axis].length);
                at += part[axis].length;
            }
        }
        return joined;
    }

    private static ByteBuffer floats(float[] values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    private void writeChecked(ByteBuffer bytes, CRC32C crc) throws IOException {
        crc.update(bytes.duplicate());
        write(bytes);
    }

    private void write(ByteBuffer bytes) throws IOException {
        written += bytes.remaining();
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** Makes the new name durable where a folder can be forced; elsewhere the file system does it by itself. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : Float.NaN;
    }

    private ProblemException cannotWrite(IOException failure) {
        return new ProblemException(RecordingProblem.CANNOT_WRITE_TRACE, target, String.valueOf(failure.getMessage()))
                .causedBy(failure);
    }
}
