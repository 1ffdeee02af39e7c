package org.ethotag.picture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.ethotag.problem.ProblemException;

/**
 * A chart as plain data.
 *
 * @param title what it shows, in words, for those who cannot see it
 * @param width pixels at 96 per inch
 * @param height likewise
 * @param marks from back to front
 */
public record Picture(String title, double width, double height, List<Mark> marks) {
    /** More pixels on a side than this, printers, browsers and graphics cards refuse. */
    private static final double LARGEST = 16_000;

    /** Pixels of a PNG for each of the picture: sharp on paper and on dense screens. */
    private static final int PNG_SCALE = 2;

    /** How a picture is written. */
    public enum Format {
        PNG,
        SVG;

        /** How the name of such a file ends, behind the dot. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Picture {
        marks = List.copyOf(marks);
    }

    /**
     * The picture as a file, on white.
     *
     * @throws ProblemException if it is too large for that, or if this computer has no fonts
     */
    public byte[] file(Format format) {
        return switch (format) {
            case SVG -> Svg.of(this, Tones.light()).getBytes(StandardCharsets.UTF_8);
            case PNG -> {
                if (Math.max(width, height) * PNG_SCALE > LARGEST) {
                    throw new ProblemException(
                            PictureProblem.TOO_LARGE, Math.round(width * PNG_SCALE), Math.round(height * PNG_SCALE));
                }
                yield Png.of(this, Tones.light(), PNG_SCALE);
            }
        };
    }
}
