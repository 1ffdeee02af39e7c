package org.ethotag.picture;

/** One thing that a picture shows. Lengths are pixels at 96 per inch, y downwards; colours as {@link Tones} reads them. */
public sealed interface Mark {
    /**
     * A filled rectangle.
     *
     * @param hint what it stands for, in words; empty if it is decoration
     */
    record Box(double x, double y, double width, double height, String colour, String hint) implements Mark {}

    /** A straight line. */
    record Line(double fromX, double fromY, double toX, double toY, double width, String colour) implements Mark {}

    /** A filled circle. */
    record Dot(double x, double y, double radius, String colour, String hint) implements Mark {}

    /**
     * A line of text.
     *
     * @param x of the end that {@code side} names
     * @param y of the base line
     * @param size height of the letters
     */
    record Words(double x, double y, String text, double size, boolean bold, Side side, String colour)
            implements Mark {}

    /** Which end of a text its place is. */
    enum Side {
        START,
        MIDDLE,
        END
    }
}
