package org.ethotag.recording;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;
import org.ethotag.signal.Trace;
import org.ethotag.signal.TracePyramid;

/**
 * An open trace file. The samples stay on the disk and are mapped into memory, so opening costs the same whatever the
 * size. Any thread may read; close it when nobody reads any more.
 */
public final class Recording implements Trace, AutoCloseable {
    private final Arena arena;
    private final TraceHeader header;
    private final TraceTail tail;
    private final TraceChunks chunks;
    private final TracePyramid pyramid;

    private Recording(Arena arena, TraceHeader header, TraceTail tail, TraceChunks chunks) {
        this.arena = arena;
        this.header = header;
        this.tail = tail;
        this.chunks = chunks;
        this.pyramid = new TracePyramid(chunks);
    }

    /** @throws ProblemException if the file is not a whole trace */
    static Recording open(Path file) {
        var arena = Arena.ofShared();
        boolean opened = false;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = readHeader(channel, file);
            var map = channel.map(FileChannel.MapMode.READ_ONLY, 0, header.fileBytes(), arena);
            TraceHeader.require(
                    header.fileBytes() - header.directoryAt() <= Integer.MAX_VALUE, file, "directory of over 2 GB");
            var crc = new CRC32C();
            crc.update(slice(map, header.directoryAt(), header.fileBytes()));
            TraceHeader.require((int) crc.getValue() == header.tailCrc(), file, "checksum of the directory");
            var tail = TraceTail.parse(slice(map, header.detailsAt(), header.fileBytes()), header, file);
            var recording = new Recording(arena, header, tail, TraceChunks.of(map, header, file));
            opened = true;
            return recording;
        } catch (IOException failure) {
            throw new ProblemException(RecordingProblem.CANNOT_READ_FILE, file, String.valueOf(failure.getMessage()))
                    .causedBy(failure);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /** What the file says about itself: names, hash, stretches, clock. */
    public TraceDetails details() {
        return tail.details();
    }

    /** When the samples were taken. */
    public ClockMap clock() {
        return tail.details().clock();
    }

    /** Contiguous pieces without gaps, in order, together all samples. */
    public List<SampleRange> stretches() {
        return tail.details().stretches();
    }

    @Override
    public long lengthSamples() {
        return header.lengthSamples();
    }

    @Override
    public Samples read(SampleRange range) {
        if (range.to() > lengthSamples() || range.length() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(range + " is not inside " + lengthSamples() + " samples");
        }
        var values = new float[Samples.AXES][(int) range.length()];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            chunks.read(axis, range.from(), values[axis]);
        }
        return Samples.of(values);
    }

    @Override
    public void extremes(int axis, double from, double samplesPerColumn, float[] lowG, float[] highG) {
        pyramid.extremes(axis, from, samplesPerColumn, lowG, highG);
    }

    /** Gives the file back; reading after this fails. */
    @Override
    public void close() {
        arena.close();
    }

    /** What identifies the samples by content, sorted; for {@link FingerprintIndex}. */
    long[] fingerprints() {
        return tail.fingerprints();
    }

    static TraceHeader readHeader(FileChannel channel, Path file) throws IOException {
        var bytes = ByteBuffer.allocate(TraceLayout.HEADER_BYTES);
        int got = 0;
        while (bytes.hasRemaining() && got >= 0) {
            got = channel.read(bytes);
        }
        return TraceHeader.parse(bytes.flip(), channel.size(), file);
    }

    private static ByteBuffer slice(MemorySegment map, long from, long to) {
        return map.asSlice(from, to - from).asByteBuffer().order(ByteOrder.BIG_ENDIAN);
    }
}
