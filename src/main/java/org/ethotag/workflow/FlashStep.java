package org.ethotag.workflow;

import java.nio.file.Path;
import java.util.List;

/**
 * Brings a model image to one tag.
 *
 * @param image the signed image
 * @param place where the tag is
 * @param serial which tag it must be, or empty for whichever is there
 * @param trusted public keys, PEM, one of which must have signed the image; empty trusts the user's own key
 * @param allowOlder whether a model may be replaced by one with a lower version
 */
public record FlashStep(Path image, Place place, String serial, List<Path> trusted, boolean allowOlder)
        implements Step {
    /** Where a tag can be. */
    public sealed interface Place {
        /** A serial port by its name or path. */
        record Port(String name) implements Place {}

        /** Any port whose USB device tells the wanted serial number. */
        record Anywhere() implements Place {}

        /** The virtual tag inside this program. */
        record Virtual() implements Place {}
    }

    public FlashStep {
        trusted = List.copyOf(trusted);
    }
}
