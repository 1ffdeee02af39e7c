package org.ethotag.workflow.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.label.KappaTable;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;

/** What two tracks confuse, as a picture: samples and bouts. */
public final class AgreementChart {
    private static final double NARROWEST = 560;
    private static final double PER_CLASS = 124;
    private static final long MILLION = 1_000_000;

    private AgreementChart() {}

    public static Picture of(StudyAgreement study) {
        var all = study.agreement();
        var drawing = new Drawing();
        drawing.title(Heading.LEFT, 26, ChartTexts.of("agreement", study.first(), study.second()));
        drawing.note(
                Heading.LEFT,
                44,
                ChartTexts.of("agreement.over." + study.unit(), study.sessions().size()),
                Side.START);
        drawing.note(
                Heading.LEFT, 58, ChartTexts.of("agreement.rule", ChartTexts.percent(study.overlap())), Side.START);
        double y = part(drawing, study, all.samples(), ChartTexts.of("agreement.samples"), 82, study.sampleInterval());
        y = part(drawing, study, all.bouts(), ChartTexts.of("bouts"), y + 34, study.boutInterval());
        double width = Math.max(
                NARROWEST,
                Math.max(
                                chart(study, all.samples()).width(),
                                chart(study, all.bouts()).width())
                        + PER_CLASS
                        + 2 * Heading.LEFT);
        return drawing.picture(ChartTexts.of("agreement", study.first(), study.second()), width, y + 20);
    }

    private static double part(
            Drawing drawing,
            StudyAgreement study,
            KappaTable table,
            String what,
            double top,
            Optional<BootstrapInterval> interval) {
        drawing.text(
                Heading.LEFT,
                top,
                ChartTexts.of(
                        "agreement.kappa",
                        what,
                        two(table.kappa())
                                + interval.map(it -> ChartTexts.of("range", two(it.low()), two(it.high())))
                                        .orElse(""),
                        ChartTexts.percent(table.observed()),
                        two(table.prevalenceAdjusted())),
                Side.START);
        var chart = chart(study, table);
        double right = Heading.LEFT + chart.width() + 14;
        drawing.note(right, top + 40, ChartTexts.of("agreement.columns"), Side.START);
        for (int i = 0; i < table.categories().size(); i++) {
            if (!table.categories().get(i).equals(KappaTable.NONE)) {
                drawing.text(
                        right,
                        MatrixChart.besideRow(top + 10, i),
                        two(table.kappaOf(i)) + "     " + two(table.overlapOf(i)),
                        Side.START);
            }
        }
        return chart.draw(drawing, Heading.LEFT, top + 10);
    }

    private static MatrixChart chart(StudyAgreement study, KappaTable table) {
        var names = table.categories().stream()
                .map(name -> name.equals(KappaTable.NONE) ? ChartTexts.of("agreement.none") : name)
                .toList();
        var cells = new ArrayList<List<MatrixChart.Cell>>();
        for (int i = 0; i < names.size(); i++) {
            var row = new ArrayList<MatrixChart.Cell>();
            for (int j = 0; j < names.size(); j++) {
                double share = table.ofFirst(i) == 0 ? 0 : (double) table.count(i, j) / table.ofFirst(i);
                row.add(new MatrixChart.Cell(
                        compact(table.count(i, j)), table.count(i, j) == 0 ? "" : ChartTexts.percent(share), share));
            }
            cells.add(row);
        }
        return new MatrixChart(names, names, study.first(), study.second(), cells);
    }

    /** Few enough digits for a cell. */
    private static String compact(long count) {
        return count < MILLION ? ChartTexts.count(count) : ChartTexts.fixed(count / (double) MILLION, 2) + " M";
    }

    private static String two(double value) {
        return Double.isNaN(value) ? "\u2013" : ChartTexts.fixed(value, 2);
    }
}
