package org.ethotag.ui.evaluation;

import java.util.List;
import org.ethotag.language.Messages;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;

/**
 * Bars in groups: one group per class or animal, one bar per model.
 *
 * @param title what it shows
 * @param groups names of the groups
 * @param series one per model
 */
record BarChart(String title, List<String> groups, List<Series> series) {
    private static final double HEIGHT = 222;
    private static final double LEFT = 44;
    private static final double TOP = 32;
    private static final double NAMES = 24;
    private static final double THINNEST_BAR = 5;
    private static final double THICKEST_BAR = 26;
    private static final double GAP = 14;
    private static final int LINES = 5;
    /** Width of a small letter in the mean. */
    private static final double LETTER = 5.6;

    /**
     * One model.
     *
     * @param values one per group; NaN for none
     */
    record Series(String name, String colour, List<Double> values) {
        Series {
            values = List.copyOf(values);
        }
    }

    BarChart {
        groups = List.copyOf(groups);
        series = List.copyOf(series);
    }

    /** The picture, at least that wide, wider if the bars need it. */
    Picture picture(double least) {
        double needed = LEFT + groups.size() * (series.size() * THINNEST_BAR + GAP);
        double width = Math.max(least, needed);
        double group = (width - LEFT) / Math.max(1, groups.size());
        double bar = Math.min(THICKEST_BAR, (group - GAP) / Math.max(1, series.size()));
        double lowest = series.stream()
                .flatMap(one -> one.values().stream())
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        double bottom = Math.min(0, Math.floor(lowest * LINES) / LINES);
        var drawing = new Drawing();
        legend(drawing, width);
        for (int line = 0; line <= LINES; line++) {
            double value = bottom + (1 - bottom) * line / LINES;
            double y = y(value, bottom);
            drawing.line(LEFT, y, width, y, 1, Tones.GRID);
            drawing.note(LEFT - 8, y + 4, String.format(Messages.locale(), "%.1f", value), Side.END);
        }
        for (int g = 0; g < groups.size(); g++) {
            double left = LEFT + g * group + (group - bar * series.size()) / 2;
            for (int s = 0; s < series.size(); s++) {
                bar(drawing, series.get(s), g, left + s * bar, bar, bottom);
            }
            drawing.text(LEFT + (g + 0.5) * group, HEIGHT - 8, Drawing.fitting(groups.get(g), group - 4), Side.MIDDLE);
        }
        return drawing.picture(title, width, HEIGHT);
    }

    private void bar(Drawing drawing, Series one, int group, double x, double bar, double bottom) {
        double value = one.values().get(group);
        if (Double.isFinite(value)) {
            double top = y(Math.max(0, value), bottom);
            double end = y(Math.min(0, value), bottom);
            drawing.box(
                    x + 0.5,
                    top,
                    bar - 1,
                    Math.max(1, end - top),
                    one.colour(),
                    String.format(Messages.locale(), "%s, %s: %.3f", groups.get(group), one.name(), value));
        }
    }

    private static double y(double value, double bottom) {
        double room = HEIGHT - TOP - NAMES;
        return TOP + room * (1 - value) / (1 - bottom);
    }

    private void legend(Drawing drawing, double width) {
        drawing.title(0, 16, title);
        double x = width;
        for (Series one : series.reversed()) {
            x -= 30 + LETTER * one.name().length();
            drawing.box(x, 7, 10, 10, one.colour(), "");
            drawing.note(x + 16, 16, one.name(), Side.START);
        }
    }
}
