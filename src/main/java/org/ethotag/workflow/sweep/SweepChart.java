package org.ethotag.workflow.sweep;

import java.util.List;
import java.util.Locale;
import org.ethotag.dataset.LabelShare;
import org.ethotag.evaluation.SeedSpread;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.workflow.sweep.SweepResult.Series;

/**
 * A sweep as a picture: for each number of labelled animals MCC against size, a line per source with the spread over seeds, the
 * teacher as a line across; below, what the teacher adds to the same students without it.
 */
public final class SweepChart {
    /** Easy to tell apart for all eyes (Okabe and Ito 2008), and readable on white and on black. */
    private static final List<String> COLOURS =
            List.of("#7f7f7f", "#2a7fc1", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9");

    private static final double WIDTH = 920;
    private static final double LEFT = 16;
    private static final double AXIS = 58;
    private static final double PLOT = 230;
    private static final double PANEL_GAP = 14;
    private static final double ROW = 24;
    private static final double NAMES = 190;
    /** Finest step of the axis. */
    private static final double STEP = 0.05;
    /** Panels have this much room left and right of the first and the last size, as a share of a step. */
    private static final double MARGIN = 0.5;
    /** Lines of neighbouring series are set apart so that their spreads do not hide each other. */
    private static final double APART = 5;
    /** The strongest colour of the map leaves its numbers readable. */
    private static final double STRONGEST = 0.55;

    private final SweepResult result;
    private final Drawing drawing = new Drawing();
    private final double low;
    private final double high;

    private SweepChart(SweepResult result) {
        this.result = result;
        double least = 1;
        double most = -1;
        for (SweepOutcome outcome : result.outcomes()) {
            for (double mcc : outcome.mcc()) {
                least = Math.min(least, mcc);
                most = Math.max(most, mcc);
            }
        }
        for (double mcc : result.teachers().values()) {
            least = Math.min(least, mcc);
            most = Math.max(most, mcc);
        }
        low = least > most ? 0 : Math.floor(least / STEP - 0.2) * STEP;
        high = least > most ? 1 : Math.max(low + STEP, Math.ceil(most / STEP + 0.2) * STEP);
    }

    /** Draws it. */
    public static Picture of(SweepResult result) {
        return new SweepChart(result).picture();
    }

    /** The colour of a series, by its place among all. */
    public static String colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    private Picture picture() {
        drawing.title(LEFT, 26, "MCC against size, by labelled animals and source of soft labels");
        drawing.note(
                LEFT,
                44,
                Drawing.fitting(
                        "MCC, mean and spread over " + seeds() + "; " + result.protocol() + ".",
                        1.12 * (WIDTH - 2 * LEFT)),
                Side.START);
        double y = legend(56);
        y = panels(y + 26) + 72;
        y = map(y);
        return drawing.picture("Where distillation pays: MCC against size and labelled animals", WIDTH, y + 16);
    }

    private String seeds() {
        int count = result.seeds().size();
        return count == 1
                ? "one seed (" + SeedSpread.FEWEST_SEEDS + " are needed to rank anything)"
                : count + " seeds"
                        + (result.enoughSeeds() ? "" : " (" + SeedSpread.FEWEST_SEEDS + " are needed to rank)");
    }

    private double legend(double top) {
        double x = LEFT;
        double y = top;
        var all = result.series();
        for (int i = 0; i <= all.size(); i++) {
            var words = i < all.size() ? all.get(i).words() : "the fold's teacher";
            double needed = 22 + Drawing.widthOf(words) + 16;
            if (x > LEFT && x + needed > WIDTH - LEFT) {
                x = LEFT;
                y += 18;
            }
            if (i < all.size()) {
                drawing.dot(x + 7, y + 6, 4.5, colour(i), "");
            } else {
                drawing.line(x, y + 6, x + 14, y + 6, 1.5, Tones.INK);
            }
            drawing.text(x + 20, y + 10, words, Side.START);
            x += needed;
        }
        return y + 18;
    }

    private double panels(double top) {
        var shares = result.shares();
        double room = WIDTH - LEFT - AXIS;
        double width = (room - PANEL_GAP * (shares.size() - 1)) / shares.size();
        double bottom = top + PLOT;
        double step = high - low > 0.5 ? 2 * STEP : STEP;
        for (double tick = low; tick < high + step / 2; tick += step) {
            drawing.note(AXIS - 6, place(tick, top) + 4, String.format(Locale.ROOT, "%.2f", tick), Side.END);
        }
        for (int i = 0; i < shares.size(); i++) {
            double x = AXIS + i * (width + PANEL_GAP);
            for (double tick = low; tick < high + step / 2; tick += step) {
                drawing.line(x, place(tick, top), x + width, place(tick, top), 1, Tones.GRID);
            }
            drawing.text(x + width / 2, top - 8, "labels of " + SweepCell.animals(shares.get(i)), Side.MIDDLE);
            panel(shares.get(i), x, top, width);
        }
        drawing.text(AXIS + room / 2, bottom + 36, "units of the student's GRU (H)", Side.MIDDLE);
        return bottom;
    }

    private void panel(LabelShare share, double x, double top, double width) {
        var sizes = result.hidden();
        double step = width / (sizes.size() - 1 + 2 * MARGIN);
        for (int i = 0; i < sizes.size(); i++) {
            drawing.note(x + (i + MARGIN) * step, top + PLOT + 16, String.valueOf(sizes.get(i)), Side.MIDDLE);
        }
        var teacher = result.teachers().get(share);
        if (teacher != null) {
            drawing.line(x, place(teacher, top), x + width, place(teacher, top), 1.5, Tones.INK);
        }
        var all = result.series();
        for (int s = 0; s < all.size(); s++) {
            double shift = (s - (all.size() - 1) / 2.0) * Math.min(APART, step / (all.size() + 1));
            series(all.get(s), colour(s), share, x + MARGIN * step + shift, step, top);
        }
    }

    private void series(Series series, String colour, LabelShare share, double x, double step, double top) {
        var sizes = result.hidden();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < sizes.size(); i++) {
            var found = result.of(series, sizes.get(i), share);
            var spread = found.flatMap(SweepOutcome::spread);
            if (spread.isEmpty()) {
                lastX = Double.NaN;
                continue;
            }
            double at = x + i * step;
            double y = place(spread.get().mean(), top);
            if (!Double.isNaN(lastX)) {
                drawing.line(lastX, lastY, at, y, 2, colour);
            }
            double half = spread.get().spread();
            drawing.line(
                    at,
                    place(spread.get().mean() + half, top),
                    at,
                    place(spread.get().mean() - half, top),
                    1.5,
                    colour);
            drawing.dot(
                    at,
                    y,
                    4,
                    colour,
                    found.orElseThrow().cell().title() + ": "
                            + SweepTable.four(spread.get().mean()) + " \u00b1 " + SweepTable.four(half));
            lastX = at;
            lastY = y;
        }
    }

    private double place(double mcc, double top) {
        return top + PLOT * (high - Math.clamp(mcc, low, high)) / (high - low);
    }

    private double map(double top) {
        var soft = result.series().stream()
                .filter(series -> series.source().isSoft())
                .toList();
        if (soft.isEmpty()) {
            return top - 56;
        }
        drawing.title(LEFT, top, "What the teacher adds to the same students without it");
        double y = top + 16;
        double width = (WIDTH - LEFT - NAMES) / soft.size();
        for (int i = 0; i < soft.size(); i++) {
            drawing.note(
                    NAMES + (i + 0.5) * width,
                    y + 8,
                    Drawing.fitting(soft.get(i).words(), width),
                    Side.MIDDLE);
        }
        y += 14;
        double largest = result.outcomes().stream()
                .flatMap(outcome -> result.gain(outcome).stream())
                .mapToDouble(gain -> Math.abs(gain.mean()))
                .max()
                .orElse(0);
        for (int hidden : result.hidden()) {
            for (LabelShare share : result.shares()) {
                drawing.text(NAMES - 10, y + ROW - 8, "H = " + hidden + ", " + SweepCell.animals(share), Side.END);
                for (int i = 0; i < soft.size(); i++) {
                    cell(soft.get(i), hidden, share, NAMES + i * width, y, width - 3, largest);
                }
                y += ROW;
            }
            y += 6;
        }
        return y;
    }

    private void cell(Series series, int hidden, LabelShare share, double x, double y, double width, double largest) {
        var found = result.of(series, hidden, share);
        var gain = found.flatMap(result::gain);
        if (gain.isEmpty()) {
            drawing.box(x, y, width, ROW - 3, Tones.EMPTY, "");
            drawing.note(
                    x + width / 2,
                    y + ROW - 8,
                    found.map(outcome -> Drawing.fitting(outcome.why(), width)).orElse(""),
                    Side.MIDDLE);
            return;
        }
        var values = gain.get();
        double strength = largest == 0 ? 0 : Math.max(0, values.mean()) / largest;
        var words = String.format(Locale.ROOT, "%+.3f \u00b1 %.3f", values.mean(), values.spread());
        drawing.box(
                x,
                y,
                width,
                ROW - 3,
                values.mean() > 0 ? Tones.tint(STRONGEST * strength) : Tones.EMPTY,
                found.orElseThrow().cell().title() + " minus hard labels: " + words);
        drawing.text(x + width / 2, y + ROW - 8, words, Side.MIDDLE);
    }
}
