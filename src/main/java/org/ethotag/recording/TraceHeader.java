package org.ethotag.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.ethotag.problem.ProblemException;

/**
 * The first 128 bytes of a trace file.
 *
 * @param fileBytes size of the whole file
 * @param lengthSamples samples on each axis
 * @param rateHz samples per second as used
 * @param rawSha256 hash of the raw file, 64 hexadecimal digits
 * @param directoryAt where the chunk directory starts; pyramid and details follow it to the end of the file
 * @param detailsAt where the details start
 * @param tailCrc CRC-32C of everything from the directory to the end
 */
record TraceHeader(
        long fileBytes,
        long lengthSamples,
        double rateHz,
        String rawSha256,
        long directoryAt,
        long detailsAt,
        int tailCrc) {
    private static final int CRC_AT = TraceLayout.HEADER_BYTES - Integer.BYTES;
    private static final int SHA256_BYTES = 32;

    ByteBuffer bytes() {
        var buffer = ByteBuffer.allocate(TraceLayout.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(TraceLayout.MAGIC).putInt(TraceLayout.VERSION).putInt(TraceLayout.HEADER_BYTES);
        buffer.putLong(fileBytes).putLong(lengthSamples).putDouble(rateHz);
        buffer.put(HexFormat.of().parseHex(rawSha256));
        buffer.putInt(TraceLayout.CHUNK_SAMPLES).putInt(TraceLayout.CHUNK_LEVELS);
        buffer.putLong(directoryAt).putLong(detailsAt).putInt(tailCrc);
        buffer.putInt(CRC_AT, crc(buffer.array()));
        return buffer.rewind();
    }

    /** @throws ProblemException if these bytes are not the start of a whole trace file of {@code actualBytes} bytes */
    static TraceHeader parse(ByteBuffer bytes, long actualBytes, Path file) {
        var buffer = bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.remaining() < TraceLayout.HEADER_BYTES || buffer.getLong() != TraceLayout.MAGIC) {
            throw new ProblemException(RecordingProblem.NOT_A_TRACE, file);
        }
        int version = buffer.getInt();
        if (version != TraceLayout.VERSION) {
            throw new ProblemException(RecordingProblem.TRACE_FROM_NEWER_VERSION, file, version, TraceLayout.VERSION);
        }
        int headerBytes = buffer.getInt();
        long fileBytes = buffer.getLong();
        long lengthSamples = buffer.getLong();
        double rateHz = buffer.getDouble();
        var sha = new byte[SHA256_BYTES];
        buffer.get(sha);
        int chunkSamples = buffer.getInt();
        int chunkLevels = buffer.getInt();
        var header = new TraceHeader(
                fileBytes,
                lengthSamples,
                rateHz,
                HexFormat.of().formatHex(sha),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getInt());
        var all = new byte[TraceLayout.HEADER_BYTES];
        buffer.get(0, all);
        require(buffer.getInt(CRC_AT) == crc(all), file, "header checksum");
        require(headerBytes == TraceLayout.HEADER_BYTES, file, "header size " + headerBytes);
        require(chunkSamples == TraceLayout.CHUNK_SAMPLES, file, "chunk size " + chunkSamples);
        require(chunkLevels == TraceLayout.CHUNK_LEVELS, file, "chunk levels " + chunkLevels);
        header.checkSizes(actualBytes, file);
        return header;
    }

    /** Bytes of the chunk directory. */
    long directoryBytes() {
        return TraceLayout.chunkCount(lengthSamples) * TraceLayout.DIRECTORY_ENTRY_BYTES;
    }

    static void require(boolean good, Path file, String detail) {
        if (!good) {
            throw new ProblemException(RecordingProblem.TRACE_DAMAGED, file, detail);
        }
    }

    private void checkSizes(long actualBytes, Path file) {
        require(fileBytes == actualBytes, file, actualBytes + " bytes instead of " + fileBytes);
        require(lengthSamples >= 0 && lengthSamples <= fileBytes, file, "length " + lengthSamples);
        require(rateHz > 0 && rateHz < Double.POSITIVE_INFINITY, file, "rate " + rateHz);
        long expected = directoryAt + directoryBytes() + TraceLayout.topBytes(lengthSamples);
        require(
                directoryAt >= TraceLayout.HEADER_BYTES && directoryAt <= fileBytes && expected == detailsAt,
                file,
                "directory at " + directoryAt);
        require(detailsAt <= fileBytes, file, "details at " + detailsAt);
    }

    private static int crc(byte[] header) {
        var crc = new CRC32C();
        crc.update(header, 0, CRC_AT);
        return (int) crc.getValue();
    }
}
