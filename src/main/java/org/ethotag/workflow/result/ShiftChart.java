package org.ethotag.workflow.result;

import java.util.List;
import org.ethotag.evaluation.TimeBudget;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;

/** How budgets shift from the labels to each model, as a picture: minutes per day with intervals over animals. */
public final class ShiftChart {
    private static final double WIDTH = 920;
    private static final double NAMES = 160;
    private static final double NUMBERS = 250;
    private static final double ROW = 18;
    private static final double ROOM = 1.08;

    private ShiftChart() {}

    public static Picture of(ModelShift shift) {
        var results = shift.labels();
        var drawing = new Drawing();
        double y = Heading.draw(
                drawing,
                ChartTexts.of("shift"),
                new StudyResults(
                        shift.run().run(),
                        shift.run().provenance(),
                        List.of(),
                        results.behaviours(),
                        results.colours(),
                        List.of()),
                List.of(
                        ChartTexts.of(
                                "shift.windows",
                                shift.run().comparison().windows().size(),
                                ProtocolTexts.of(shift.run().comparison().protocol())),
                        ChartTexts.of("shift.rule")));
        y += 8;
        double most = ROOM
                * shift.budgets().values().stream()
                        .flatMap(budget -> budget.behaviours().stream()
                                .map(code -> Math.max(
                                        budget.meanShare(code),
                                        budget.interval(code)
                                                .map(it -> it.high())
                                                .orElse(0.0))))
                        .mapToDouble(Double::doubleValue)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1);
        for (String code : results.codes()) {
            y += 20;
            drawing.box(Heading.LEFT, y - 10, 11, 11, results.colour(code), "");
            drawing.text(Heading.LEFT + 18, y, results.name(code), Side.START);
            for (String title : shift.budgets().keySet()) {
                y += ROW;
                row(drawing, shift, title, code, y, most);
            }
            y += 4;
        }
        return drawing.picture(ChartTexts.of("shift.title", shift.run().run()), WIDTH, y + 20);
    }

    private static void row(Drawing drawing, ModelShift shift, String title, String code, double y, double most) {
        var budget = shift.budget(title);
        double full = WIDTH - NAMES - NUMBERS;
        double line = y - 4;
        double mean = budget.meanShare(code);
        drawing.note(NAMES - 8, y, Drawing.fitting(title, NAMES - 20), Side.END);
        drawing.line(NAMES, line, NAMES + full, line, 1, Tones.GRID);
        if (Double.isNaN(mean)) {
            return;
        }
        var interval = budget.interval(code);
        interval.ifPresent(range -> BudgetChart.whisker(
                drawing, NAMES + full * range.low() / most, NAMES + full * range.high() / most, line));
        var words = minutes(mean)
                + interval.map(range -> ChartTexts.of("range", minutes(range.low()), minutes(range.high())))
                        .orElse("");
        boolean labels = title.equals(ResultSource.Model.TRUTH);
        drawing.dot(
                NAMES + full * mean / most,
                line,
                labels ? 6 : 4.5,
                shift.labels().colour(code),
                ChartTexts.of("shift.says", title, code, words));
        drawing.note(NAMES + full + 10, y, words + (labels ? "" : "   " + change(shift, title, code)), Side.START);
    }

    private static String change(ModelShift shift, String title, String code) {
        var one = shift.shift(title, code);
        return signed(one.mean())
                + one.interval()
                        .map(range -> ChartTexts.of("range", signed(range.low()), signed(range.high())))
                        .orElse("");
    }

    private static String minutes(double share) {
        return ChartTexts.fixed(share * TimeBudget.MINUTES_PER_DAY, 0);
    }

    private static String signed(double share) {
        return ChartTexts.signed(share * TimeBudget.MINUTES_PER_DAY, 1);
    }
}
