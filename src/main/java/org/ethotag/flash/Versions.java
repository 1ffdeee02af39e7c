package org.ethotag.flash;

import java.util.Optional;
import org.ethotag.export.image.ImageVersion;

/** Versions as tags and profiles write them. */
final class Versions {
    private Versions() {}

    /** The version in a text like "1.2.3" or "1.2.3.4", or empty if it is none. */
    static Optional<ImageVersion> parse(String text) {
        return ImageVersion.parse(text);
    }
}
