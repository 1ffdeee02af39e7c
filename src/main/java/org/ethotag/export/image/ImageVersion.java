package org.ethotag.export.image;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ethotag.export.ByteSink;
import org.ethotag.export.ByteSource;

/**
 * A version as MCUboot writes it.
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 * @param revision 0 to 65535
 * @param build 0 to 2^32 - 1
 */
public record ImageVersion(int major, int minor, int revision, long build) implements Comparable<ImageVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,5})(?:[.+](\\d{1,10}))?");
    private static final int LARGEST_BYTE = 0xFF;
    private static final int LARGEST_HALF = 0xFFFF;
    private static final long LARGEST_WORD = 0xFFFFFFFFL;

    public ImageVersion {
        if (major < 0
                || major > LARGEST_BYTE
                || minor < 0
                || minor > LARGEST_BYTE
                || revision < 0
                || revision > LARGEST_HALF
                || build < 0
                || build > LARGEST_WORD) {
            throw new IllegalArgumentException("not a version: " + major + "." + minor + "." + revision + "+" + build);
        }
    }

    /** A version without build number. */
    public static ImageVersion of(int major, int minor, int revision) {
        return new ImageVersion(major, minor, revision, 0);
    }

    /** The version in a text like "1.2.3", "1.2.3.4" or "1.2.3+4", or empty if it is none. */
    public static Optional<ImageVersion> parse(String text) {
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

    @Override
    public int compareTo(ImageVersion other) {
        return Comparator.comparingInt(ImageVersion::major)
                .thenComparingInt(ImageVersion::minor)
                .thenComparingInt(ImageVersion::revision)
                .thenComparingLong(ImageVersion::build)
                .compare(this, other);
    }

    /** As the image list of a tag has it: "1.2.3", or "1.2.3.4" with a build number. */
    @Override
    public String toString() {
        return major + "." + minor + "." + revision + (build == 0 ? "" : "." + build);
    }

    void write(ByteSink sink) {
        sink.int8(major).int8(minor).int16(revision).int32(build);
    }

    static ImageVersion read(ByteSource source, int at) {
        return new ImageVersion(
                source.uint8(at), source.uint8(at + 1), source.uint16(at + 2), source.uint32(at + Integer.BYTES));
    }
}
