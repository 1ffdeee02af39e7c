package org.ethotag.workflow.result;

import java.util.List;
import org.ethotag.evaluation.BoutTable;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;

/** Bouts as a picture: for each behaviour how many, and their lengths on a logarithmic scale from the shortest to the longest. */
public final class BoutChart {
    private static final double WIDTH = 920;
    private static final double NAMES = 130;
    private static final double NUMBERS = 300;
    private static final double ROW = 34;
    private static final double[] TICKS = {0.1, 1, 10, 60, 600, 3600, 36_000, 86_400};
    private static final List<String> TICK_NAMES = List.of("1 s", "10 s", "1 min", "10 min", "1 h", "10 h", "1 d");

    private BoutChart() {}

    public static Picture of(StudyResults results, BoutTable bouts) {
        var drawing = new Drawing();
        double y = Heading.draw(
                drawing,
                ChartTexts.of("bouts"),
                results,
                List.of(ChartTexts.of(
                        "bouts.rule",
                        Heading.seconds(bouts.rule().longestGap()),
                        Heading.seconds(bouts.rule().shortest()))));
        double top = y + 24;
        double bottom = top + ROW * results.codes().size();
        for (int i = 0; i < TICKS.length; i++) {
            double x = place(TICKS[i]);
            drawing.line(x, top - 8, x, bottom, 1, Tones.GRID);
            drawing.note(x, top - 12, i == 0 ? ChartTexts.length(TICKS[0]) : TICK_NAMES.get(i - 1), Side.MIDDLE);
        }
        y = top;
        for (String code : results.codes()) {
            row(drawing, results, code, bouts, y + ROW / 2);
            y += ROW;
        }
        return drawing.picture(ChartTexts.of("bouts.title", results.title()), WIDTH, bottom + 20);
    }

    private static void row(Drawing drawing, StudyResults results, String code, BoutTable bouts, double y) {
        var name = results.name(code);
        var all = bouts.summary(code);
        drawing.text(NAMES - 8, y + 4, Drawing.fitting(name, NAMES - 12), Side.END);
        if (all.bouts() == 0) {
            drawing.note(WIDTH - NUMBERS + 12, y + 4, ChartTexts.of("bouts.none"), Side.START);
            return;
        }
        var colour = results.colour(code);
        var words = ChartTexts.of(
                "bouts.summary",
                ChartTexts.count(all.bouts()),
                ChartTexts.length(all.mean()),
                ChartTexts.length(all.median()));
        drawing.line(place(all.shortest()), y, place(all.longest()), y, 4, colour);
        drawing.dot(place(all.median()), y, 6, Tones.INK, name + ": " + words);
        drawing.dot(place(all.median()), y, 4.5, colour, name + ": " + words);
        drawing.note(WIDTH - NUMBERS + 12, y + 4, words, Side.START);
    }

    private static double place(double seconds) {
        double low = Math.log(TICKS[0]);
        double high = Math.log(TICKS[TICKS.length - 1]);
        double share = (Math.log(Math.max(TICKS[0], seconds)) - low) / (high - low);
        return NAMES + Math.min(1, share) * (WIDTH - NAMES - NUMBERS);
    }
}
