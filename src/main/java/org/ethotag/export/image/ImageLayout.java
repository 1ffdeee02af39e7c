package org.ethotag.export.image;

import java.util.Arrays;
import java.util.HexFormat;
import org.ethotag.export.ByteSink;
import org.ethotag.export.ByteSource;
import org.ethotag.export.ExportProblem;

/**
 * Where the parts of an MCUboot image lie.
 *
 * @param headerBytes where the payload begins
 * @param payloadBytes its length
 * @param hashedBytes header, payload and protected area: what digest and signature are over
 */
record ImageLayout(
        int headerBytes,
        int payloadBytes,
        int hashedBytes,
        ImageVersion version,
        TlvArea protectedArea,
        TlvArea plainArea) {
    private static final int MAGIC = 0x96F3B83D;
    /** Room for a vector table's alignment; MCUboot's usual choice. */
    private static final int HEADER_BYTES = 0x200;

    private static final int SHORTEST_HEADER = 32;
    private static final int AT_HEADER_SIZE = 8;
    private static final int AT_PROTECTED_SIZE = 10;
    private static final int AT_PAYLOAD_SIZE = 12;
    private static final int AT_VERSION = 20;

    static byte[] header(int payloadBytes, int protectedBytes, ImageVersion version) {
        var sink = new ByteSink()
                .int32(MAGIC)
                .int32(0)
                .int16(HEADER_BYTES)
                .int16(protectedBytes)
                .int32(payloadBytes)
                .int32(0);
        version.write(sink);
        return sink.zeros(HEADER_BYTES - sink.size()).toArray();
    }

    static ImageLayout read(byte[] bytes) {
        var source = new ByteSource(ModelImage.WHAT, bytes);
        if (source.int32(0) != MAGIC) {
            throw source.problem(
                    ExportProblem.NOT_THIS_FORMAT, HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Integer.BYTES));
        }
        int header = source.require("header size", source.uint16(AT_HEADER_SIZE), SHORTEST_HEADER, Integer.MAX_VALUE);
        int protectedBytes = source.uint16(AT_PROTECTED_SIZE);
        long payload = source.uint32(AT_PAYLOAD_SIZE);
        long hashed = header + payload + protectedBytes;
        if (hashed + TlvArea.HEAD_BYTES > bytes.length) {
            throw source.problem(ExportProblem.WRONG_SIZE, "at least " + (hashed + TlvArea.HEAD_BYTES), bytes.length);
        }
        var protectedArea = protectedBytes == 0
                ? new TlvArea(TlvArea.PROTECTED)
                : TlvArea.read(source, TlvArea.PROTECTED, (int) (header + payload), (int) hashed);
        return new ImageLayout(
                header,
                (int) payload,
                (int) hashed,
                ImageVersion.read(source, AT_VERSION),
                protectedArea,
                TlvArea.read(source, TlvArea.PLAIN, (int) hashed, bytes.length));
    }

    byte[] payload(byte[] bytes) {
        return Arrays.copyOfRange(bytes, headerBytes, headerBytes + payloadBytes);
    }
}
