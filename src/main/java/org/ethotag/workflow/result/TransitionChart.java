package org.ethotag.workflow.result;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.evaluation.BoutRule;
import org.ethotag.evaluation.TransitionMatrix;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Picture;

/** A transition matrix as a picture: how often, and which share of what leaves a behaviour. */
public final class TransitionChart {
    private static final double RIGHT = 20;
    private static final double NARROWEST = 640;

    private TransitionChart() {}

    public static Picture of(StudyResults results, TransitionMatrix matrix, BoutRule rule) {
        var names = matrix.behaviours().stream().map(code -> results.name(code)).toList();
        var cells = new ArrayList<List<MatrixChart.Cell>>();
        for (int from = 0; from < names.size(); from++) {
            var row = new ArrayList<MatrixChart.Cell>();
            for (int to = 0; to < names.size(); to++) {
                double share = matrix.from(from) == 0 ? 0 : matrix.probability(from, to);
                long count = matrix.count(from, to);
                row.add(new MatrixChart.Cell(
                        String.valueOf(count), count == 0 ? "" : BudgetChart.percent(share), share));
            }
            cells.add(row);
        }
        var chart = new MatrixChart(names, names, "from", "to", cells);
        var drawing = new Drawing();
        double y = Heading.draw(
                drawing,
                "Transitions",
                results,
                List.of(
                        "From a bout to the next one of the same recording, at most "
                                + Heading.seconds(rule.longestGap()) + " s after it;" + " bouts shorter than "
                                + Heading.seconds(rule.shortest()) + " s left out.",
                        "Counts; below them the share of all transitions that leave the behaviour."));
        y = chart.draw(drawing, Heading.LEFT, y);
        return drawing.picture(
                "Transitions, " + results.title(),
                Math.max(NARROWEST, chart.width() + Heading.LEFT + RIGHT),
                y + RIGHT);
    }
}
