package org.ethotag.flash.virtual;

import java.util.Locale;

/** What can be wrong with an emulated tag or its line. Those with a number happen once, the others all the time. */
public enum FaultKind {
    /** The cable is pulled after so many bytes to the tag; the tag's battery keeps it alive. */
    UNPLUG_AFTER_BYTES(true),
    /** Cable and battery fail after so many bytes to the tag. */
    POWER_CUT_AFTER_BYTES(true),
    /** Power fails before this erase or write of the flash memory. */
    POWER_CUT_AFTER_OPERATIONS(true),
    /** The tag restarts after so many bytes of uploads, behind a bridge that keeps the port open. */
    RESET_MID_UPLOAD(true),
    /** This response never comes. */
    DROP_NTH_RESPONSE(true),
    /** This response comes together with the next one. */
    LATE_RESPONSE(true),
    /** Each response comes twice. */
    DUPLICATE_RESPONSE(false),
    /** Log lines, half frames and noise between the responses. */
    GARBAGE(false),
    /** A shell shares the port: its prompt stands before each frame. */
    PROMPT(false),
    /** One byte of the upload is stored wrongly. */
    CORRUPT_UPLOAD(false),
    /** Somebody else writes after so many bytes of uploads. */
    OTHER_WRITER(true),
    /** The tag is of another kind than its profile says. */
    WRONG_HARDWARE(false),
    /** The battery is nearly empty. */
    LOW_BATTERY(false),
    /** The golden windows give other logits. */
    SELF_TEST_FAILS(false),
    /** Live classification gives other logits, although the self-test passes. */
    WRONG_ANSWERS(false),
    /** The model hangs: neither a self-test result nor a confirmation ever comes. */
    MODEL_CRASHES(false),
    /** Nothing comes back after a requested restart. */
    NO_RETURN(false),
    /** Another tag is at the port after a requested restart. */
    SWAPPED_TAG(false),
    /** The firmware has no parameters command. */
    NO_PARAMETERS(false),
    /** The packet buffer has 384 bytes. */
    SMALL_BUFFER(false),
    /** Packets over 200 bytes vanish, whatever the parameters say. */
    LYING_BUFFER(false),
    /** The firmware has none of our commands. */
    NO_CUSTOM_GROUP(false),
    /** The clock does not work: it can be neither read nor set. */
    BROKEN_CLOCK(false),
    /** Requests of the second protocol version vanish. */
    VERSION_1_ONLY(false),
    /** Errors come in an {@code err} map, as newer firmware sends them, not in {@code ret}. */
    ERR_MAPS(false),
    /** Neither firmware nor model is left: the bootloader waits in its serial recovery. */
    NO_IMAGES(false),
    /** Somebody holds the recovery pin: the bootloader waits in its serial recovery until it is told to restart. */
    RECOVERY_PIN(false),
    /** The bootloader has no way back: it writes over what runs. */
    NO_SWAP(false),
    /** The tag says nothing at all. */
    SILENT(false);

    private final boolean numbered;

    FaultKind(boolean numbered) {
        this.numbered = numbered;
    }

    /** Whether the name needs a number after a colon. */
    public boolean numbered() {
        return numbered;
    }

    /** As the command line names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
