package org.ethotag.export.uf2;

import static org.ethotag.export.uf2.Uf2Format.*;

import org.ethotag.export.ByteSink;

/** Writes UF2 files, which a tag's bootloader drive puts into flash (microsoft/uf2, README.md). */
public final class Uf2Writer {
    private static final long LARGEST_WORD = 0xFFFFFFFFL;

    private Uf2Writer() {}

    /**
     * The file that puts {@code content} at {@code address}; the last block is filled up with zeros.
     *
     * @param familyId the kind of processor, from the tag profile
     * @param address a multiple of 256, unsigned 32 bits
     */
    public static byte[] write(byte[] content, long familyId, long address) {
        int blocks = Math.ceilDiv(content.length, PAYLOAD);
        if (content.length == 0
                || address % PAYLOAD != 0
                || address < 0
                || address + (long) blocks * PAYLOAD > LARGEST_WORD + 1
                || familyId < 0
                || familyId > LARGEST_WORD) {
            throw new IllegalArgumentException(
                    content.length + " bytes at 0x%X for family 0x%X".formatted(address, familyId));
        }
        var sink = new ByteSink();
        for (int block = 0; block < blocks; block++) {
            int from = block * PAYLOAD;
            int length = Math.min(PAYLOAD, content.length - from);
            byte[] data = new byte[MOST_PAYLOAD];
            System.arraycopy(content, from, data, 0, length);
            sink.int32(FIRST_MAGIC)
                    .int32(SECOND_MAGIC)
                    .int32(HAS_FAMILY)
                    .int32(address + from)
                    .int32(PAYLOAD)
                    .int32(block)
                    .int32(blocks)
                    .int32(familyId)
                    .bytes(data)
                    .int32(LAST_MAGIC);
        }
        return sink.toArray();
    }
}
