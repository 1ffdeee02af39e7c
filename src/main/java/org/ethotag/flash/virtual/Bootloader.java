package org.ethotag.flash.virtual;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ethotag.flash.virtual.FlashFile.Area;

/**
 * MCUboot with two images and swapping through a scratch sector: a restart of power at any operation ends with the old
 * or the new image, whole. What it does not like it refuses without a word. Guarded by its tag.
 */
final class Bootloader {
    /** What the next restart does with an image. */
    enum Swap {
        NONE(1),
        TEST(2),
        PERMANENT(3),
        REVERT(4);

        private final int code;

        Swap(int code) {
            this.code = code;
        }

        /** The swap that a status byte means; an erased one means none. */
        static Swap of(byte code) {
            return Arrays.stream(values())
                    .filter(swap -> swap.code == code)
                    .findFirst()
                    .orElse(NONE);
        }
    }

    static final int FIRMWARE = 0;
    static final int MODEL = 1;
    private static final int IMAGES = 2;

    private static final byte[] MAGIC = ByteBuffer.allocate(16)
            .putInt(0x77c295f3)
            .putInt(0x60d2ef7f)
            .putInt(0x3552500f)
            .putInt(0x2cb67980)
            .array();
    private static final byte SET = 1;

    // from the end of the slot
    private static final int MAGIC_AT = 16;
    private static final int IMAGE_OK_AT = 24;
    private static final int COPY_DONE_AT = 32;

    // in the status sector
    private static final int STEPS_FROM = 16;
    private static final int STEPS_PER_SECTOR = 3;

    private final FlashFile flash;
    private final List<PublicKey> keys;
    private final String hardware;

    Bootloader(FlashFile flash, List<PublicKey> keys, String hardware) {
        this.flash = flash;
        this.keys = List.copyOf(keys);
        this.hardware = hardware;
    }

    /** Starts up. @return whether firmware and model are there; if not, only recovery is left */
    boolean boot() {
        var swaps = new Swap[IMAGES];
        for (int image = 0; image < IMAGES; image++) {
            swaps[image] = resume(image) ? Swap.NONE : validated(image); // one swap per start
        }
        if (swaps[MODEL] != Swap.NONE && !dependencyHolds(swaps)) {
            swaps[MODEL] = Swap.NONE; // stays pending: a later firmware may satisfy it
        }
        for (int image = 0; image < IMAGES; image++) {
            if (swaps[image] != Swap.NONE) {
                begin(image, swaps[image]);
                resume(image);
            }
        }
        return sound(primary(FIRMWARE)).isPresent() && sound(primary(MODEL)).isPresent();
    }

    private Swap validated(int image) {
        Swap swap = swap(image);
        if (swap == Swap.NONE) {
            return swap;
        }
        if (sound(secondary(image)).isPresent()) {
            return swap;
        }
        eraseAll(secondary(image));
        writeTrailer(primary(image), true);
        return Swap.NONE;
    }

    private boolean dependencyHolds(Swap[] swaps) {
        var firmware = image(swaps[FIRMWARE] == Swap.NONE ? primary(FIRMWARE) : secondary(FIRMWARE));
        var model = image(secondary(MODEL));
        return firmware.isPresent()
                && model.isPresent()
                && model.get().accepts(FIRMWARE, firmware.get().version());
    }

    /** What the trailers ask for ({@code boot_swap_tables} of MCUboot). */
    Swap swap(int image) {
        if (magic(secondary(image))) {
            return flag(secondary(image), IMAGE_OK_AT) ? Swap.PERMANENT : Swap.TEST;
        }
        boolean trial =
                magic(primary(image)) && flag(primary(image), COPY_DONE_AT) && !flag(primary(image), IMAGE_OK_AT);
        return trial ? Swap.REVERT : Swap.NONE;
    }

    /** Marks the second slot for the next restart. */
    void request(int image, boolean permanent) {
        var slot = secondary(image);
        if (permanent) {
            flash.write(slot, slotBytes() - IMAGE_OK_AT, SET);
        }
        flash.write(slot, slotBytes() - MAGIC_AT, MAGIC);
    }

    /** Makes the running image stay. */
    void confirm(int image) {
        if (swap(image) == Swap.REVERT) {
            flash.write(primary(image), slotBytes() - IMAGE_OK_AT, SET);
        }
    }

    Optional<BootImage> image(Area.Slot slot) {
        return BootImage.read(flash.read(slot, 0, largestImage()));
    }

    /** The image in a slot, if it may start: whole, signed and for this hardware. */
    Optional<BootImage> sound(Area.Slot slot) {
        return image(slot).filter(found -> found.signedBy(keys) && found.fits(hardware));
    }

    /** Slot without trailer and the sector that swapping by moving would need. */
    int largestImage() {
        return slotBytes() - 2 * FlashFile.SECTOR;
    }

    void eraseAll(Area.Slot slot) {
        for (int at = 0; at < slotBytes(); at += FlashFile.SECTOR) {
            flash.erase(slot, at);
        }
    }

    static Area.Slot primary(int image) {
        return new Area.Slot(2 * image);
    }

    static Area.Slot secondary(int image) {
        return new Area.Slot(2 * image + 1);
    }

    private void begin(int image, Swap swap) {
        flash.erase(new Area.Status(image), 0);
        flash.write(new Area.Status(image), 0, (byte) swap.code);
    }

    /**
     * Does what is left of a swap that was begun. Each step may be repeated: what it reads it does not write.
     *
     * @return whether there was one
     */
    private boolean resume(int image) {
        var status = new Area.Status(image);
        Swap begun = Swap.of(flash.read(status, 0, 1)[0]);
        if (begun == Swap.NONE) {
            return false;
        }
        int sectors = slotBytes() / FlashFile.SECTOR - 1;
        byte[] steps = flash.read(status, STEPS_FROM, STEPS_PER_SECTOR * sectors);
        for (int step = 0; step < steps.length; step++) {
            if (steps[step] != SET) {
                copy(image, step / STEPS_PER_SECTOR * FlashFile.SECTOR, step % STEPS_PER_SECTOR);
                flash.write(status, STEPS_FROM + step, SET);
            }
        }
        writeTrailer(primary(image), begun != Swap.TEST);
        flash.erase(secondary(image), slotBytes() - FlashFile.SECTOR);
        flash.erase(status, 0);
        return true;
    }

    private void copy(int image, int at, int step) {
        switch (step) {
            case 0 -> copy(primary(image), at, new Area.Scratch(), 0);
            case 1 -> copy(secondary(image), at, primary(image), at);
            default -> copy(new Area.Scratch(), 0, secondary(image), at);
        }
    }

    private void copy(Area from, int fromAt, Area to, int toAt) {
        flash.erase(to, toAt);
        flash.write(to, toAt, flash.read(from, fromAt, FlashFile.SECTOR));
    }

    private void writeTrailer(Area.Slot slot, boolean confirmed) {
        flash.erase(slot, slotBytes() - FlashFile.SECTOR);
        flash.write(slot, slotBytes() - COPY_DONE_AT, SET);
        if (confirmed) {
            flash.write(slot, slotBytes() - IMAGE_OK_AT, SET);
        }
        flash.write(slot, slotBytes() - MAGIC_AT, MAGIC);
    }

    private boolean magic(Area.Slot slot) {
        return Arrays.equals(MAGIC, flash.read(slot, slotBytes() - MAGIC_AT, MAGIC.length));
    }

    private boolean flag(Area.Slot slot, int fromEnd) {
        return flash.read(slot, slotBytes() - fromEnd, 1)[0] == SET;
    }

    private int slotBytes() {
        return flash.label().slotBytes();
    }
}
