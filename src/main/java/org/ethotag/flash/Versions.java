package org.ethotag.flash;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ethotag.export.ImageVersion;

/** Versions as tags and profiles write them. */
final class Versions {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,5})(?:[.+](\\d{1,10}))?");

    private Versions() {}

    /** The version in a text like "1.2.3" or "1.2.3.4", or empty if it is none. */
    static Optional<ImageVersion> parse(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            String build = found.group(4);
            return Optional.of(new ImageVersion(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)),
                    build == null ? 0 : Long.parseLong(build)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a number beyond its field
        }
    }
}
