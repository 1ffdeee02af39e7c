package org.ethotag.workflow.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.evaluation.DayBudget;
import org.ethotag.evaluation.TimeBudget;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;

/**
 * A time budget as a picture: a bar per animal with all that was recorded of it, or a bar per day with what was not
 * recorded too, and below, on the same scale, the mean share of every behaviour with its interval over animals.
 */
public final class BudgetChart {
    private static final double WIDTH = 960;
    private static final double NAMES = 130;
    private static final double RIGHT = 150;
    /** All bars together are no higher than this, unless they would be thinner than the next one. */
    private static final double BARS_HEIGHT = 5000;

    private static final double THINNEST = 3;
    private static final double THICKEST = 22;
    private static final double MEAN_ROW = 22;
    private static final double TICKS = 4;

    private BudgetChart() {}

    /**
     * One bar.
     *
     * @param notRecorded zero where the bar is the recorded time
     * @param words how much time it stands for
     */
    private record Bar(String name, List<Duration> done, Duration unlabelled, Duration notRecorded, String words) {
        Duration length() {
            return recorded(done, unlabelled).plus(notRecorded);
        }
    }

    private static Duration recorded(List<Duration> done, Duration unlabelled) {
        return done.stream().reduce(Duration.ZERO, Duration::plus).plus(unlabelled);
    }

    /** @param days whether there is a bar per day instead of one per animal */
    public static Picture of(StudyResults results, TimeBudget budget, boolean days) {
        var bars = days ? days(budget) : animals(budget);
        var drawing = new Drawing();
        double y = Heading.draw(
                drawing,
                ChartTexts.of(days ? "budget.day" : "budget.animal"),
                results,
                List.of(ChartTexts.of(days ? "budget.day.rule" : "budget.animal.rule")));
        y += Legend.of(results, true, days).draw(drawing, Heading.LEFT, y, WIDTH - 2 * Heading.LEFT) + 8;
        double pitch = Math.clamp(BARS_HEIGHT / Math.max(1, bars.size()), THINNEST, THICKEST);
        for (Bar bar : bars) {
            draw(drawing, results, budget.behaviours(), bar, y, pitch);
            y += pitch;
        }
        y = axis(drawing, y + 4) + 14;
        y = means(drawing, results, budget, y);
        return drawing.picture(ChartTexts.of("budget.title", results.title()), WIDTH, y + 12);
    }

    private static List<Bar> days(TimeBudget budget) {
        var bars = new ArrayList<Bar>();
        for (DayBudget day : budget.days()) {
            var done = budget.behaviours().stream().map(day::of).toList();
            var whole = recorded(done, day.unlabelled()).plus(day.notRecorded());
            bars.add(new Bar(
                    day.day().animal() + " " + day.day().day(),
                    done,
                    day.unlabelled(),
                    day.notRecorded(),
                    ChartTexts.hours(whole)));
        }
        return bars;
    }

    private static List<Bar> animals(TimeBudget budget) {
        var bars = new ArrayList<Bar>();
        for (String animal : budget.animals()) {
            var done = budget.behaviours().stream()
                    .map(code -> budget.time(animal, code))
                    .toList();
            var unlabelled =
                    budget.daysOf(animal).stream().map(DayBudget::unlabelled).reduce(Duration.ZERO, Duration::plus);
            var notRecorded =
                    budget.daysOf(animal).stream().map(DayBudget::notRecorded).reduce(Duration.ZERO, Duration::plus);
            var recorded = recorded(done, unlabelled);
            var words = ChartTexts.of(
                    "budget.recorded", ChartTexts.hours(recorded), ChartTexts.hours(recorded.plus(notRecorded)));
            bars.add(new Bar(animal, done, unlabelled, Duration.ZERO, words));
        }
        return bars;
    }

    private static void draw(
            Drawing drawing, StudyResults results, List<String> codes, Bar bar, double y, double pitch) {
        double full = WIDTH - NAMES - RIGHT;
        double height = pitch > 8 ? pitch - 4 : pitch;
        double all = Math.max(1, bar.length().toNanos());
        double x = NAMES;
        for (int i = 0; i < codes.size(); i++) {
            x = part(
                    drawing,
                    x,
                    y,
                    height,
                    full * bar.done().get(i).toNanos() / all,
                    results.colour(codes.get(i)),
                    hint(bar, results.name(codes.get(i)), bar.done().get(i)));
        }
        x = part(
                drawing,
                x,
                y,
                height,
                full * bar.unlabelled().toNanos() / all,
                Tones.IDLE,
                hint(bar, ChartTexts.of("unlabelled"), bar.unlabelled()));
        part(
                drawing,
                x,
                y,
                height,
                full * bar.notRecorded().toNanos() / all,
                Tones.EMPTY,
                hint(bar, ChartTexts.of("unrecorded"), bar.notRecorded()));
        if (pitch > 8) {
            drawing.text(NAMES - 8, y + height / 2 + 4, Drawing.fitting(bar.name(), NAMES - 12), Side.END);
            drawing.note(WIDTH - RIGHT + 8, y + height / 2 + 4, bar.words(), Side.START);
        }
    }

    private static double part(
            Drawing drawing, double x, double y, double height, double width, String colour, String hint) {
        drawing.box(x, y, width, height, colour, hint);
        return x + width;
    }

    private static String hint(Bar bar, String what, Duration time) {
        double share = (double) time.toNanos() / bar.length().toNanos();
        return bar.name() + ": " + what + " " + ChartTexts.hours(time) + ", " + ChartTexts.percent(share);
    }

    private static double axis(Drawing drawing, double y) {
        double full = WIDTH - NAMES - RIGHT;
        for (int i = 0; i <= TICKS; i++) {
            double x = NAMES + full * i / TICKS;
            drawing.line(x, y - 4, x, y, 1, Tones.MUTED);
            drawing.note(x, y + 11, ChartTexts.percent(i / TICKS), Side.MIDDLE);
        }
        return y + 14;
    }

    private static double means(Drawing drawing, StudyResults results, TimeBudget budget, double top) {
        int animals = budget.labelledAnimals().size();
        double full = WIDTH - NAMES - RIGHT;
        double y = top + 12;
        drawing.text(Heading.LEFT, y, ChartTexts.of("budget.means", animals), Side.START);
        for (String code : budget.behaviours()) {
            y += MEAN_ROW;
            double mean = budget.meanShare(code);
            if (Double.isNaN(mean)) {
                continue;
            }
            var name = results.name(code);
            var colour = results.colour(code);
            var interval = budget.interval(code);
            var words = ChartTexts.of(
                    "budget.mean", ChartTexts.percent(mean), ChartTexts.fixed(mean * TimeBudget.MINUTES_PER_DAY, 0));
            drawing.text(NAMES - 8, y, Drawing.fitting(name, NAMES - 12), Side.END);
            double line = y - 4;
            drawing.line(NAMES, line, NAMES + full, line, 1, Tones.GRID);
            interval.ifPresent(
                    range -> whisker(drawing, NAMES + full * range.low(), NAMES + full * range.high(), line));
            drawing.dot(NAMES + full * mean, line, 5, colour, name + ": " + words);
            drawing.note(NAMES + full + 10, y, words, Side.START);
        }
        return y;
    }

    /** An interval, with a short bar at each end. */
    static void whisker(Drawing drawing, double low, double high, double y) {
        drawing.line(low, y, high, y, 1.5, Tones.INK);
        drawing.line(low, y - 4, low, y + 4, 1.5, Tones.INK);
        drawing.line(high, y - 4, high, y + 4, 1.5, Tones.INK);
    }
}
