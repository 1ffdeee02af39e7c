package org.ethotag.ui.evaluation;

import java.util.List;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Mark.Words;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.ScoreSheet.Line;

/** Confusion matrices on paper: rows are the truth, columns the answers, shades the share of the truth. */
final class MatrixPicture {
    private static final double NAMES = 96;
    private static final double CELL_WIDTH = 62;
    private static final double CELL_HEIGHT = 30;
    private static final double TOP = 66;
    private static final double GAP = 26;
    private static final double DARK = 0.55;

    private MatrixPicture() {}

    static Picture of(String title, List<Line> lines, CellUnit unit) {
        var drawing = new Drawing();
        double x = 8;
        double height = TOP;
        for (Line line : lines) {
            draw(drawing, line, unit, x);
            int classes = line.matrix().classes().size();
            x += NAMES + classes * CELL_WIDTH + GAP;
            height = Math.max(height, TOP + classes * CELL_HEIGHT + 12);
        }
        return drawing.picture(title, Math.max(1, x), height);
    }

    private static void draw(Drawing drawing, Line line, CellUnit unit, double x) {
        var matrix = line.matrix();
        drawing.title(x, 18, line.model().title());
        drawing.note(
                x,
                36,
                Texts.of(
                        "compare.picture.scores",
                        Numbers.score(line.scores().mcc()),
                        Numbers.percent(line.scores().accuracy()),
                        Numbers.score(line.scores().macroF1())),
                Side.START);
        for (int i = 0; i < matrix.classes().size(); i++) {
            double middle = x + NAMES + (i + 0.5) * CELL_WIDTH;
            drawing.note(middle, TOP - 8, Drawing.fitting(matrix.classes().get(i), CELL_WIDTH), Side.MIDDLE);
            drawing.note(
                    x + NAMES - 8,
                    TOP + (i + 0.5) * CELL_HEIGHT + 4,
                    Drawing.fitting(matrix.classes().get(i), NAMES - 8),
                    Side.END);
            for (int answer = 0; answer < matrix.classes().size(); answer++) {
                cell(drawing, matrix, unit, i, answer, x + NAMES + answer * CELL_WIDTH, TOP + i * CELL_HEIGHT);
            }
        }
    }

    private static void cell(
            Drawing drawing, ConfusionMatrix matrix, CellUnit unit, int truth, int answer, double x, double y) {
        double share = matrix.rowFraction(truth, answer);
        var words = text(matrix, unit, truth, answer);
        drawing.box(x + 1, y + 1, CELL_WIDTH - 2, CELL_HEIGHT - 2, Tones.tint(share), "");
        drawing.mark(new Words(
                x + CELL_WIDTH / 2,
                y + CELL_HEIGHT / 2 + 4,
                words,
                Drawing.TEXT,
                truth == answer,
                Side.MIDDLE,
                share > DARK ? Tones.GROUND : Tones.INK));
    }

    /** What stands in a cell. */
    static String text(ConfusionMatrix matrix, CellUnit unit, int truth, int answer) {
        return switch (unit) {
            case COUNT -> Numbers.count(matrix.count(truth, answer));
            case ROW -> Numbers.percent(matrix.rowFraction(truth, answer));
            case COLUMN -> Numbers.percent(matrix.columnFraction(truth, answer));
        };
    }
}
