package org.ethotag.flash;

import java.util.Locale;

/** How a bootloader replaces an image, in the order of its numbers ({@code enum mcuboot_mode} of MCUboot). */
public enum BootMode {
    SINGLE_SLOT,
    SWAP_USING_SCRATCH,
    UPGRADE_ONLY,
    SWAP_USING_MOVE,
    DIRECT_XIP,
    DIRECT_XIP_WITH_REVERT,
    RAM_LOAD,
    FIRMWARE_LOADER,
    SINGLE_SLOT_RAM_LOAD,
    SWAP_USING_OFFSET,
    /** A number that is newer than this program. */
    OTHER;

    static BootMode of(int number) {
        return number < OTHER.ordinal() ? values()[number] : OTHER;
    }

    /** Whether an image that does not prove itself gives way to the one before; unknown ones may. */
    boolean goesBack() {
        return switch (this) {
            case SWAP_USING_SCRATCH, SWAP_USING_MOVE, SWAP_USING_OFFSET, DIRECT_XIP_WITH_REVERT, OTHER -> true;
            case SINGLE_SLOT, UPGRADE_ONLY, DIRECT_XIP, RAM_LOAD, FIRMWARE_LOADER, SINGLE_SLOT_RAM_LOAD -> false;
        };
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
