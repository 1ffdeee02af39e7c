package org.ethotag.picture;

import java.math.BigDecimal;
import org.ethotag.picture.Mark.Box;
import org.ethotag.picture.Mark.Dot;
import org.ethotag.picture.Mark.Line;
import org.ethotag.picture.Mark.Words;

/** A picture as SVG 1.1 text: shapes, and text that stays text. */
final class Svg {
    private static final String FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif";
    private static final long CENTS = 100;
    private static final char FIRST_PRINTED = ' ';

    private final Tones tones;
    private final StringBuilder out = new StringBuilder();

    private Svg(Tones tones) {
        this.tones = tones;
    }

    static String of(Picture picture, Tones tones) {
        var svg = new Svg(tones);
        svg.write(picture);
        return svg.out.toString();
    }

    private void write(Picture picture) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(number(picture.width()))
                .append("\" height=\"")
                .append(number(picture.height()))
                .append("\" viewBox=\"0 0 ")
                .append(number(picture.width()))
                .append(' ')
                .append(number(picture.height()))
                .append("\" role=\"img\" font-family=\"")
                .append(FONT)
                .append("\">\n<title>")
                .append(escaped(picture.title()))
                .append("</title>\n");
        shape("rect", "");
        attribute("width", picture.width());
        attribute("height", picture.height());
        close("rect", Tones.GROUND, "");
        picture.marks().forEach(this::write);
        out.append("</svg>\n");
    }

    private void write(Mark mark) {
        switch (mark) {
            case Box(double x, double y, double width, double height, String colour, String hint) -> {
                shape("rect", "");
                attribute("x", x);
                attribute("y", y);
                attribute("width", width);
                attribute("height", height);
                close("rect", colour, hint);
            }
            case Dot(double x, double y, double radius, String colour, String hint) -> {
                shape("circle", "");
                attribute("cx", x);
                attribute("cy", y);
                attribute("r", radius);
                close("circle", colour, hint);
            }
            case Line(double fromX, double fromY, double toX, double toY, double width, String colour) -> {
                shape("line", " stroke=\"" + tones.of(colour) + "\"");
                attribute("x1", fromX);
                attribute("y1", fromY);
                attribute("x2", toX);
                attribute("y2", toY);
                attribute("stroke-width", width);
                out.append("/>\n");
            }
            case Words words -> write(words);
        }
    }

    private void write(Words words) {
        var anchor = switch (words.side()) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
        shape("text", " text-anchor=\"" + anchor + "\" fill=\"" + tones.of(words.colour()) + "\"");
        attribute("x", words.x());
        attribute("y", words.y());
        attribute("font-size", words.size());
        out.append(words.bold() ? " font-weight=\"bold\">" : ">")
                .append(escaped(words.text()))
                .append("</text>\n");
    }

    private void shape(String name, String attributes) {
        out.append('<').append(name).append(attributes);
    }

    private void attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    private void close(String name, String colour, String hint) {
        out.append(" fill=\"").append(tones.of(colour)).append('"');
        if (hint.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append("><title>")
                .append(escaped(hint))
                .append("</title></")
                .append(name)
                .append(">\n");
    }

    /** Two decimals, without zeros at the end; large pictures have millions of numbers. */
    private static String number(double value) {
        long cents = Math.round(value * CENTS);
        return cents % CENTS == 0
                ? Long.toString(cents / CENTS)
                : BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** As XML 1.0 wants it; characters that XML cannot have are left out. */
    static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
                    if (point >= FIRST_PRINTED && !surrogate && point != 0xFFFE && point != 0xFFFF) {
                        safe.appendCodePoint(point);
                    }
                }
            }
        });
        return safe.toString();
    }
}
