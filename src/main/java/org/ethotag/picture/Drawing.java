package org.ethotag.picture;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.picture.Mark.Box;
import org.ethotag.picture.Mark.Dot;
import org.ethotag.picture.Mark.Line;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Mark.Words;

/** A picture while it is made. */
public final class Drawing {
    /** Height of ordinary letters. */
    public static final double TEXT = 12;

    private static final double TITLE = 15;
    private static final double SMALL = 10.5;

    /** Width of a letter in the mean, as a share of its height: Helvetica's lower case, a little generous. */
    private static final double LETTER = 0.56;

    private final List<Mark> marks = new ArrayList<>();

    /** A filled rectangle; one without a size is left out. */
    public Drawing box(double x, double y, double width, double height, String colour, String hint) {
        if (width > 0 && height > 0) {
            marks.add(new Box(x, y, width, height, colour, hint));
        }
        return this;
    }

    /** A line. */
    public Drawing line(double fromX, double fromY, double toX, double toY, double width, String colour) {
        marks.add(new Line(fromX, fromY, toX, toY, width, colour));
        return this;
    }

    /** A circle. */
    public Drawing dot(double x, double y, double radius, String colour, String hint) {
        marks.add(new Dot(x, y, radius, colour, hint));
        return this;
    }

    /** A heading, its base line at {@code y}. */
    public Drawing title(double x, double y, String text) {
        marks.add(new Words(x, y, text, TITLE, true, Side.START, Tones.INK));
        return this;
    }

    /** Ordinary text. */
    public Drawing text(double x, double y, String text, Side side) {
        marks.add(new Words(x, y, text, TEXT, false, side, Tones.INK));
        return this;
    }

    /** Small text of less weight. */
    public Drawing note(double x, double y, String text, Side side) {
        marks.add(new Words(x, y, text, SMALL, false, side, Tones.MUTED));
        return this;
    }

    /** Any other mark. */
    public Drawing mark(Mark mark) {
        marks.add(mark);
        return this;
    }

    /** The text, shortened if it is wider than that. */
    public static String fitting(String text, double width) {
        int most = (int) (width / (TEXT * LETTER));
        return text.length() <= most
                ? text
                : text.substring(0, Math.max(0, most - 1)).stripTrailing() + "\u2026";
    }

    /** How wide a text will be at most, roughly. */
    public static double widthOf(String text) {
        return text.length() * TEXT * LETTER;
    }

    /** What was drawn. */
    public Picture picture(String title, double width, double height) {
        return new Picture(title, width, height, marks);
    }
}
