package org.ethotag.ui.evaluation;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ethotag.ui.control.Numbers;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.ScoreSheet;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.ethotag.workflow.run.WindowFilter;

/**
 * What is left of a run behind a filter, scored. Callers must not change the array.
 *
 * @param judgement the run
 * @param filter which windows count
 * @param rows the windows that count, as rows of the run's comparison
 * @param sheet numbers of those windows
 */
public record Shown(Judgement judgement, WindowFilter filter, int[] rows, ScoreSheet sheet) {
    /** Filters and scores; tenths of a second for large runs. */
    static Shown of(Judgement judgement, WindowFilter filter) {
        var all = judgement.comparison();
        int[] rows = filter.rows(all);
        return new Shown(
                judgement,
                filter,
                rows,
                ScoreSheet.of(rows.length == all.windows().size() ? all : all.only(rows)));
    }

    /** The same about another state of the same run. */
    Shown with(Judgement other) {
        return new Shown(other, filter, rows, sheet);
    }

    /** The answers that count. */
    Comparison comparison() {
        return sheet.comparison();
    }

    /** A number over all windows that count, and beside it the one without those that a rule sets aside. */
    String both(Line line, ToDoubleFunction<Line> number) {
        var first = Numbers.score(number.applyAsDouble(line));
        if (comparison().aside().isNone()) {
            return first;
        }
        var kept = sheet.keptOf(line);
        return first + " / " + Numbers.score(kept == null ? Double.NaN : number.applyAsDouble(kept));
    }

    /** Whether some windows do not count. */
    boolean isFiltered() {
        return rows.length < judgement.comparison().windows().size();
    }

    /** Rows of the filtered comparison as rows of the whole one. */
    int[] original(int[] filtered) {
        return IntStream.of(filtered).map(row -> rows[row]).toArray();
    }
}
