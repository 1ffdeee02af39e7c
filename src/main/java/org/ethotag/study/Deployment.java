package org.ethotag.study;

import java.time.Instant;
import java.util.Objects;

/**
 * One tag on one animal for a time.
 *
 * @param animal id of the animal
 * @param tag serial number of the tag
 * @param from first moment on the animal
 * @param to first moment after it, not before {@code from}; {@link Instant#MAX} while it lasts
 */
public record Deployment(String animal, String tag, Instant from, Instant to) {
    public Deployment {
        Objects.requireNonNull(animal, "animal");
        Objects.requireNonNull(tag, "tag");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a deployment ends after it begins: " + from + " to " + to);
        }
    }

    /** Whether the animal wears the tag at that moment. */
    public boolean lastsAt(Instant moment) {
        return !from.isAfter(moment) && to.isAfter(moment);
    }
}
