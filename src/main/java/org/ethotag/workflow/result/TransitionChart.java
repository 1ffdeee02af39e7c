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
                        String.valueOf(count), count == 0 ? "" : ChartTexts.percent(share), share));
            }
            cells.add(row);
        }
        var chart = new MatrixChart(
                names, names, ChartTexts.of("transitions.from"), ChartTexts.of("transitions.to"), cells);
        var drawing = new Drawing();
        double y = Heading.draw(
                drawing,
                ChartTexts.of("transitions"),
                results,
                List.of(
                        ChartTexts.of(
                                "transitions.rule",
                                Heading.seconds(rule.longestGap()),
                                Heading.seconds(rule.shortest())),
                        ChartTexts.of("transitions.counts")));
        y = chart.draw(drawing, Heading.LEFT, y);
        return drawing.picture(
                ChartTexts.of("transitions.title", results.title()),
                Math.max(NARROWEST, chart.width() + Heading.LEFT + RIGHT),
                y + RIGHT);
    }
}
