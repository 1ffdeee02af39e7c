package org.ethotag.ui.evaluation;

import java.util.List;
import org.ethotag.evaluation.Calibration;
import org.ethotag.evaluation.Calibration.Bin;
import org.ethotag.language.Messages;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.ScoreSheet.Line;

/** How often each model was right when it was that sure: one square per model, the diagonal is where both agree. */
final class ReliabilityChart {
    private static final double SIDE = 208;
    private static final double LEFT = 40;
    private static final double TOP = 48;
    private static final double CELL_WIDTH = LEFT + SIDE + 24;
    private static final double CELL_HEIGHT = TOP + SIDE + 50;
    private static final String SHORT_OF = "#d1602b";

    private ReliabilityChart() {}

    static Picture of(String title, List<Line> lines, double width) {
        var known = lines.stream().filter(line -> line.calibration() != null).toList();
        int inARow = Math.max(1, (int) (width / CELL_WIDTH));
        var drawing = new Drawing();
        for (int i = 0; i < known.size(); i++) {
            int row = i / inARow;
            draw(drawing, known.get(i), i % inARow * CELL_WIDTH, row * CELL_HEIGHT);
        }
        int rows = Math.ceilDiv(Math.max(1, known.size()), inARow);
        return drawing.picture(title, Math.max(width, CELL_WIDTH), rows * CELL_HEIGHT);
    }

    private static void draw(Drawing drawing, Line line, double x, double y) {
        Calibration calibration = line.calibration();
        if (calibration == null) {
            return;
        }
        drawing.title(x, y + 16, ModelTitles.of(line.model()));
        drawing.note(
                x,
                y + 34,
                Texts.of(
                        "compare.reliability.error",
                        Numbers.score(calibration.expectedError()),
                        Numbers.score(calibration.largestError()),
                        calibration.bins().size()),
                Side.START);
        double left = x + LEFT;
        double top = y + TOP;
        for (int i = 0; i <= 2; i++) {
            double at = SIDE * i / 2;
            drawing.line(left, top + at, left + SIDE, top + at, 1, Tones.GRID);
            drawing.line(left + at, top, left + at, top + SIDE, 1, Tones.GRID);
            var value = String.format(Messages.locale(), "%.1f", i / 2.0);
            drawing.note(left - 6, top + SIDE - at + 4, value, Side.END);
            drawing.note(left + at, top + SIDE + 15, value, Side.MIDDLE);
        }
        long most = calibration.bins().stream().mapToLong(Bin::windows).max().orElse(1);
        calibration.bins().forEach(bin -> draw(drawing, line, bin, left, top, Math.max(1, most)));
        drawing.line(left, top + SIDE, left + SIDE, top, 1.5, Tones.MUTED);
        drawing.note(left + SIDE / 2, top + SIDE + 32, Texts.of("compare.reliability.axis"), Side.MIDDLE);
    }

    private static void draw(Drawing drawing, Line line, Bin bin, double left, double top, long most) {
        if (bin.windows() == 0) {
            return;
        }
        double x = left + SIDE * bin.from();
        double wide = SIDE * (bin.to() - bin.from());
        double right = top + SIDE * (1 - bin.accuracy());
        double sure = top + SIDE * (1 - bin.confidence());
        drawing.box(
                x + 1,
                right,
                wide - 2,
                Math.max(1, top + SIDE - right),
                ModelColours.of(line.model().name()),
                Texts.of(
                        "compare.reliability.bin",
                        ModelTitles.of(line.model()),
                        Numbers.fixed(bin.from(), 1),
                        Numbers.fixed(bin.to(), 1),
                        Numbers.count(bin.windows()),
                        Numbers.score(bin.confidence()),
                        Numbers.score(bin.accuracy())));
        drawing.line(x + wide / 2, right, x + wide / 2, sure, 2, SHORT_OF);
        drawing.line(x + 3, sure, x + wide - 3, sure, 2, SHORT_OF);
        drawing.box(x + 1, top + SIDE + 1, (wide - 2) * bin.windows() / most, 3, Tones.MUTED, "");
    }
}
