package org.ethotag.flash;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ethotag.flash.smp.Fields;

/**
 * One slot of the image state.
 *
 * @param image 0 firmware, 1 model
 * @param slot 0 the one that runs, 1 the other
 * @param version as the image states it, for example "1.2.0"
 * @param hash what the image claims to be its SHA-256, 64 hex digits, or empty
 * @param bootable not marked as data
 * @param pending will be tried at the next reset
 * @param confirmed stays after the next reset
 * @param active the running firmware
 * @param permanent pending for good
 */
public record ImageSlot(
        int image,
        int slot,
        String version,
        String hash,
        boolean bootable,
        boolean pending,
        boolean confirmed,
        boolean active,
        boolean permanent) {

    static List<ImageSlot> listOf(Fields answer) {
        return answer.list("images").stream().map(ImageSlot::of).toList();
    }

    private static ImageSlot of(Fields entry) {
        return new ImageSlot(
                entry.count("image").orElse(0),
                entry.count("slot").orElse(0),
                entry.text("version").orElse(""),
                entry.bytes("hash").map(HexFormat.of()::formatHex).orElse(""),
                entry.flag("bootable"),
                entry.flag("pending"),
                entry.flag("confirmed"),
                entry.flag("active"),
                entry.flag("permanent"));
    }

    /** The entry for a slot, or empty if the tag reports nothing there. */
    public static Optional<ImageSlot> find(List<ImageSlot> slots, int image, int slot) {
        return slots.stream().filter(s -> s.image == image && s.slot == slot).findFirst();
    }

    /**
     * Whether no firmware runs: only MCUboot's serial recovery lists images of which none is active
     * ({@code boot_serial.c} never sends that flag, Zephyr always does).
     */
    static boolean noneRuns(List<ImageSlot> slots) {
        return slots.stream().noneMatch(ImageSlot::active);
    }
}
