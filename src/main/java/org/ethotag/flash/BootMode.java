package org.ethotag.flash;

import java.util.Arrays;
import java.util.Locale;

/** How a bootloader replaces an image, with its numbers ({@code enum mcuboot_mode} of MCUboot). */
public enum BootMode {
    SINGLE_SLOT(0),
    SWAP_USING_SCRATCH(1),
    UPGRADE_ONLY(2),
    SWAP_USING_MOVE(3),
    DIRECT_XIP(4),
    DIRECT_XIP_WITH_REVERT(5),
    RAM_LOAD(6),
    FIRMWARE_LOADER(7),
    SINGLE_SLOT_RAM_LOAD(8),
    SWAP_USING_OFFSET(9),
    /** A number that is newer than this program. */
    OTHER(-1);

    private final int number;

    BootMode(int number) {
        this.number = number;
    }

    static BootMode of(int number) {
        return Arrays.stream(values())
                .filter(mode -> mode.number == number)
                .findFirst()
                .orElse(OTHER);
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
