package org.ethotag.flash;

import java.util.List;
import org.ethotag.problem.Problem;

/** What one look at one serial port found. */
public sealed interface TagSighting {
    /** Where. */
    TagPort port();

    /**
     * A tag answers.
     *
     * @param port where
     * @param identity who it is; a tag without our commands tells less: the serial number of its USB device, the version
     *     of its firmware image, nothing else
     * @param mode what answers
     * @param slots what its image slots hold
     */
    record Answered(TagPort port, TagIdentity identity, Mode mode, List<ImageSlot> slots) implements TagSighting {
        public Answered {
            slots = List.copyOf(slots);
        }
    }

    /**
     * Nothing can be said to a tag there.
     *
     * @param port where; its path is empty if the system gave the device no port
     * @param kind which trouble
     * @param problem what it means and what to do about it on this system
     */
    record Troubled(TagPort port, Trouble kind, Problem problem) implements TagSighting {}

    /** What answers at a port. */
    enum Mode {
        /** Firmware with our commands. */
        FULL,
        /** Firmware with the commands of Zephyr only: what it runs is known from its image state alone. */
        PLAIN,
        /** MCUboot's serial recovery: no firmware runs, and there is no way back from what is written. */
        RECOVERY
    }

    /** Why a port is of no use just now. */
    enum Trouble {
        /** This user may not open it. */
        NO_RIGHTS,
        /** Another program has it. */
        BUSY,
        /** It opens, but nothing answers: another device, an empty battery, a sleeping tag. */
        NO_ANSWER,
        /** The USB device is there, but no driver made a port of it. */
        NO_DRIVER,
        /** It was there a moment ago. */
        VANISHED,
        /** The driver refused for another reason. */
        NOT_OPENED
    }
}
