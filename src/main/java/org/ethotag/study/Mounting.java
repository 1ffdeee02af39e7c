package org.ethotag.study;

import java.time.Instant;
import java.util.Objects;
import org.ethotag.signal.Rotation;

/**
 * How a tag sits on its animal.
 *
 * @param on which tag on which animal
 * @param frame turns what the tag feels into the frame that the herd shares
 * @param origin how it is known
 * @param spreadDegrees nine of ten estimates from resampled pieces lie within this; 0 unless estimated
 * @param misfitDegrees how far the animal's postures then lie from the herd's; 0 unless estimated
 * @param setAt when it was set
 */
public record Mounting(
        MountedTag on, Rotation frame, Origin origin, double spreadDegrees, double misfitDegrees, Instant setAt) {
    /** How a frame is known. */
    public enum Origin {
        /** From the recording itself, without labels; found anew whenever the herd to compare with changes. */
        ESTIMATED,
        /** A person looked. It is taken as it is. */
        HAND,
        /** The raw file or its list of deployments said so. It is taken as it is. */
        FILE
    }

    public Mounting {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(setAt, "setAt");
        if (!(spreadDegrees >= 0 && misfitDegrees >= 0)) {
            throw new IllegalArgumentException("spread " + spreadDegrees + ", misfit " + misfitDegrees);
        }
    }

    /** A frame that somebody is sure of. */
    public static Mounting byHand(MountedTag on, Rotation frame, Instant setAt) {
        return new Mounting(on, frame, Origin.HAND, 0, 0, setAt);
    }
}
