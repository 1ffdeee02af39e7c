package org.ethotag.export.uf2;

import static org.ethotag.export.uf2.Uf2Format.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.ethotag.export.ByteSource;
import org.ethotag.export.ExportProblem;
import org.ethotag.problem.ProblemException;

/**
 * A UF2 file that was read: one of ours, or CURRENT.UF2 of a bootloader drive.
 *
 * @param blocks those for flash, in the order of the file
 */
public record Uf2File(List<Uf2Block> blocks) {
    public Uf2File {
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException if it is no UF2 file or a block is malformed
     */
    public static Uf2File parse(byte[] bytes) {
        var source = new ByteSource(WHAT, bytes);
        if (source.int32(0) != FIRST_MAGIC) {
            throw source.problem(
                    ExportProblem.NOT_THIS_FORMAT, HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Integer.BYTES));
        }
        if (bytes.length % BLOCK_BYTES != 0) {
            throw source.problem(ExportProblem.WRONG_SIZE, "a multiple of " + BLOCK_BYTES, bytes.length);
        }
        var blocks = new ArrayList<Uf2Block>();
        for (int at = 0; at < bytes.length; at += BLOCK_BYTES) {
            requireMagic(source, at, FIRST_MAGIC);
            requireMagic(source, at + AT_SECOND_MAGIC, SECOND_MAGIC);
            requireMagic(source, at + AT_LAST_MAGIC, LAST_MAGIC);
            int length = source.require("payload size", source.int32(at + AT_PAYLOAD_SIZE), 0, MOST_PAYLOAD);
            requireNumber(source, at);
            int flags = source.int32(at + AT_FLAGS);
            if ((flags & NOT_FOR_FLASH) == 0) {
                long family = (flags & HAS_FAMILY) == 0 ? 0 : source.uint32(at + AT_FAMILY);
                blocks.add(new Uf2Block(source.uint32(at + AT_ADDRESS), family, source.bytes(at + AT_DATA, length)));
            }
        }
        return new Uf2File(blocks);
    }

    private static void requireMagic(ByteSource source, int at, int magic) {
        source.require("magic number at byte " + at, source.int32(at), magic, magic);
    }

    private static void requireNumber(ByteSource source, int at) {
        long number = source.uint32(at + AT_BLOCK);
        long count = source.uint32(at + AT_BLOCKS);
        if (number >= count) {
            throw source.bad("block number", number, "0 to the number of blocks, " + count);
        }
    }

    /**
     * What the file puts into a piece of flash.
     *
     * @throws ProblemException if a byte of the piece is in no block
     */
    public byte[] content(long address, int length) {
        byte[] content = new byte[length];
        boolean[] known = new boolean[length];
        for (Uf2Block block : blocks) {
            byte[] payload = block.payload();
            int from = Math.clamp(address - block.address(), 0, payload.length);
            int to = Math.clamp(address + length - block.address(), 0, payload.length);
            if (from < to) {
                int target = (int) (block.address() + from - address);
                System.arraycopy(payload, from, content, target, to - from);
                Arrays.fill(known, target, target + to - from, true);
            }
        }
        for (int i = 0; i < length; i++) {
            if (!known[i]) {
                throw new ProblemException(
                        ExportProblem.BAD_FIELD, WHAT, "content", "nothing at 0x%08X".formatted(address + i), "bytes");
            }
        }
        return content;
    }
}
