package org.ethotag.export.uf2;

import java.util.Arrays;

/** One block of a UF2 file: bytes for one place in flash. Immutable: copied on the way in and out. */
public final class Uf2Block {
    private final long address;
    private final long familyId;
    private final byte[] payload;

    Uf2Block(long address, long familyId, byte[] payload) {
        this.address = address;
        this.familyId = familyId;
        this.payload = payload.clone();
    }

    /** Where its first byte goes, an unsigned 32-bit number. */
    public long address() {
        return address;
    }

    /** The kind of processor, or 0 if the block does not say. */
    public long familyId() {
        return familyId;
    }

    /** Its bytes, at most 476; a copy. */
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Uf2Block block
                && address == block.address
                && familyId == block.familyId
                && Arrays.equals(payload, block.payload);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(31 * address + familyId) + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return payload.length + " bytes at 0x%08X".formatted(address);
    }
}
