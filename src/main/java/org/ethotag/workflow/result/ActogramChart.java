package org.ethotag.workflow.result;

import java.util.List;
import java.util.Locale;
import org.ethotag.evaluation.Actogram;
import org.ethotag.evaluation.AnimalDay;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;

/**
 * An actogram as a picture: one row per day, 24 hours across; every bin filled from below with the shares of its recorded
 * time, or with the share of one behaviour alone. Doubled, a row shows its day and the next one, so that what goes on over
 * midnight is seen whole.
 */
public final class ActogramChart {
    private static final double NAMES = 130;
    private static final double SINGLE = 750;
    private static final double DOUBLED = 980;
    private static final double RIGHT = 24;
    private static final double ROWS_HEIGHT = 5200;
    private static final double THINNEST = 2;
    private static final double THICKEST = 26;
    private static final int HOURS = 24;
    private static final int LABEL_HOURS = 3;
    private static final double FULL = 0.999;
    /** In thinner rows nobody can point at a bin. */
    private static final double ROOM_TO_POINT = 5;

    private final StudyResults results;
    private final Actogram actogram;
    private final String only;
    private final Drawing drawing = new Drawing();
    private final double binWidth;
    private final double pitch;

    private ActogramChart(StudyResults results, Actogram actogram, String only, int across) {
        this.results = results;
        this.actogram = actogram;
        this.only = only;
        this.binWidth = (across == 1 ? SINGLE : DOUBLED) / (across * actogram.bins());
        this.pitch = Math.clamp(ROWS_HEIGHT / Math.max(1, actogram.rows().size()), THINNEST, THICKEST);
    }

    /**
     * @param only a behaviour whose share alone is shown, or empty for all
     * @param doubled whether each row shows two days
     */
    public static Picture of(StudyResults results, Actogram actogram, String only, boolean doubled) {
        return new ActogramChart(results, actogram, only, doubled ? 2 : 1).draw(doubled ? 2 : 1);
    }

    private Picture draw(int across) {
        double width = NAMES + across * actogram.bins() * binWidth + RIGHT;
        var what = only.isEmpty() ? "" : ": " + results.name(only);
        double y = Heading.draw(
                drawing,
                ChartTexts.of("actogram") + what,
                results,
                List.of(ChartTexts.of("actogram.rule", actogram.binMinutes())));
        y += Legend.of(results, only.isEmpty(), true).draw(drawing, Heading.LEFT, y, width - 2 * Heading.LEFT) + 18;
        double top = y;
        var before = "";
        for (int row = 0; row < actogram.rows().size(); row++) {
            var day = actogram.rows().get(row).day();
            name(day, before, y);
            before = day.animal();
            for (int day2 = 0; day2 < across; day2++) {
                ground(y, day2);
                cells(row, day2, y);
            }
            y += pitch;
        }
        hours(top, y, across);
        return drawing.picture(ChartTexts.of("actogram.title", results.title()) + what, width, y + 18);
    }

    private void name(AnimalDay day, String animalBefore, double y) {
        if (pitch < 9) {
            if (!day.animal().equals(animalBefore)) {
                drawing.note(NAMES - 8, y + 7, Drawing.fitting(day.animal(), NAMES - 12), Side.END);
            }
            return;
        }
        drawing.note(
                NAMES - 8, y + pitch / 2 + 4, Drawing.fitting(day.animal(), NAMES - 84) + "  " + day.day(), Side.END);
    }

    private void ground(double y, int column) {
        double width = actogram.bins() * binWidth;
        drawing.box(NAMES + column * width, y, width, pitch > 8 ? pitch - 2 : pitch, Tones.EMPTY, "");
    }

    /** The row's own day, or in the second column the day after it, if that is there. */
    private void cells(int row, int column, double y) {
        var own = actogram.rows().get(row);
        if (column == 0) {
            cells(own, column, y);
            return;
        }
        if (row + 1 < actogram.rows().size()) {
            var next = actogram.rows().get(row + 1);
            boolean follows = next.day().animal().equals(own.day().animal())
                    && next.day().day().equals(own.day().day().plusDays(1));
            if (follows) {
                cells(next, column, y);
            }
        }
    }

    /** Neighbouring bins that are all of one colour become one box. */
    private void cells(Actogram.Row row, int column, double y) {
        double left = NAMES + column * actogram.bins() * binWidth;
        int from = 0;
        while (from < actogram.bins()) {
            int colour = whole(row, from);
            int to = from + 1;
            while (colour >= 0 && to < actogram.bins() && whole(row, to) == colour) {
                to++;
            }
            if (colour >= 0) {
                box(left, from, to, y, 0, 1, colour, row);
            } else {
                shares(row, left, from, y);
            }
            from = to;
        }
    }

    /** The only thing in a bin (the number of behaviours stands for no label), or -1. */
    private int whole(Actogram.Row row, int bin) {
        double recorded = row.recorded(bin);
        for (int i = 0; recorded > 0 && i <= actogram.behaviours().size(); i++) {
            if (seconds(row, bin, i) >= FULL * recorded) {
                return i;
            }
        }
        return -1;
    }

    private void shares(Actogram.Row row, double left, int bin, double y) {
        double recorded = row.recorded(bin);
        double done = 0;
        for (int i = 0; recorded > 0 && i <= actogram.behaviours().size(); i++) {
            double share = seconds(row, bin, i) / recorded;
            if (share > 0) {
                boolean alone = !only.isEmpty();
                box(left, bin, bin + 1, y, alone ? 0 : done, share, i, row);
                done += share;
            }
        }
    }

    private double seconds(Actogram.Row row, int bin, int place) {
        return place == actogram.behaviours().size() ? row.unlabelled(bin) : row.seconds(bin, place);
    }

    /** @param below share of the row's height that lies under the box */
    private void box(double left, int from, int to, double y, double below, double share, int place, Actogram.Row row) {
        boolean idle = place == actogram.behaviours().size();
        if (!only.isEmpty() && (idle || !actogram.behaviours().get(place).equals(only))) {
            return;
        }
        double height = pitch > 8 ? pitch - 2 : pitch;
        var code = idle ? "" : actogram.behaviours().get(place);
        drawing.box(
                left + from * binWidth,
                y + height * (1 - below - share),
                (to - from) * binWidth,
                height * share,
                idle ? Tones.IDLE : results.colour(code),
                pitch < ROOM_TO_POINT
                        ? ""
                        : row.day().animal() + " " + row.day().day() + " " + clock(from) + "\u2013" + clock(to) + ": "
                                + (idle ? ChartTexts.of("unlabelled") : results.name(code))
                                + (share < FULL ? " " + ChartTexts.percent(share) : ""));
    }

    private String clock(int bin) {
        int minutes = bin * actogram.binMinutes();
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    private void hours(double top, double bottom, int across) {
        double day = actogram.bins() * binWidth;
        for (int hour = 0; hour <= across * HOURS; hour += LABEL_HOURS) {
            double x = NAMES + day * hour / HOURS;
            drawing.line(x, top - 4, x, top, 1, Tones.MUTED);
            drawing.note(x, top - 6, String.valueOf(hour == across * HOURS ? HOURS : hour % HOURS), Side.MIDDLE);
            drawing.line(x, bottom, x, bottom + 4, 1, Tones.MUTED);
        }
    }
}
