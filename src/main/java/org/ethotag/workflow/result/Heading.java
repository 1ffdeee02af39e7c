package org.ethotag.workflow.result;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Tones;

/** The head of a picture: what it shows, where it comes from, and how far it may be believed. */
final class Heading {
    /** Where the picture's left edge is. */
    static final double LEFT = 16;

    private static final double FIRST = 26;
    private static final double LINE = 16;

    private Heading() {}

    /** Seconds without zeros that say nothing. */
    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** Draws it, and gives where the next thing may begin. */
    static double draw(Drawing drawing, String title, StudyResults results, List<String> rules) {
        double y = FIRST;
        drawing.title(LEFT, y, title);
        y += LINE + 2;
        var source = results.title() + ": " + results.provenance().words();
        boolean careful = results.provenance().flatters();
        drawing.mark(
                new Mark.Words(LEFT, y, source, Drawing.TEXT, careful, Side.START, careful ? "#cf222e" : Tones.INK));
        y += LINE;
        for (String rule : rules) {
            drawing.note(LEFT, y, rule, Side.START);
            y += LINE - 2;
        }
        return y;
    }
}
