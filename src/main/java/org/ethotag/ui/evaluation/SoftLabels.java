package org.ethotag.ui.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.evaluation.Probabilities;
import org.ethotag.language.Messages;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Box;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.Comparison.ModelAnswers;

/**
 * What one model learnt from another: the probability that both give one class, window by window, counted in squares. On
 * the diagonal they agree.
 *
 * @param className of the class
 * @param index of the class
 * @param first model along x, usually the teacher
 * @param others models along y, one square each
 */
record SoftLabels(String className, int index, ModelAnswers first, List<ModelAnswers> others) {
    private static final int STEPS = 20;
    private static final double SIDE = 220;
    private static final double LEFT = 44;
    private static final double TOP = 46;
    private static final double CELL_WIDTH = LEFT + SIDE + 24;
    private static final double CELL_HEIGHT = TOP + SIDE + 44;
    private static final double STEP = SIDE / STEPS;
    private static final double FAINTEST = 0.12;

    SoftLabels {
        others = List.copyOf(others);
    }

    /** Rows whose probabilities lie in the square that a mark of the picture stands for. */
    int[] rowsOf(Box box, double width) {
        int inARow = inARow(width);
        int down = (int) (box.y() / CELL_HEIGHT);
        int across = (int) (box.x() / CELL_WIDTH);
        int model = down * inARow + across;
        double inX = box.x() - across * CELL_WIDTH - LEFT;
        double inY = box.y() - down * CELL_HEIGHT - TOP;
        int x = (int) Math.round((inX - 0.5) / STEP);
        int y = STEPS - 1 - (int) Math.round((inY - 0.5) / STEP);
        var rows = new ArrayList<Integer>();
        var probabilities = others.get(model).probabilities();
        for (int row = 0; row < probabilities.size(); row++) {
            if (step(first.probabilities(), row) == x && step(probabilities, row) == y) {
                rows.add(row);
            }
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int inARow(double width) {
        return Math.max(1, (int) (width / CELL_WIDTH));
    }

    private int step(Probabilities probabilities, int row) {
        return Math.min(STEPS - 1, (int) (probabilities.of(row, index) * STEPS));
    }

    Picture picture(String title, double width) {
        int inARow = inARow(width);
        var drawing = new Drawing();
        for (int i = 0; i < others.size(); i++) {
            int row = i / inARow;
            draw(drawing, others.get(i), i % inARow * CELL_WIDTH, row * CELL_HEIGHT);
        }
        int rows = Math.ceilDiv(Math.max(1, others.size()), inARow);
        return drawing.picture(title, Math.max(width, CELL_WIDTH), rows * CELL_HEIGHT);
    }

    private void draw(Drawing drawing, ModelAnswers other, double x, double y) {
        double left = x + LEFT;
        double top = y + TOP;
        drawing.title(x, y + 16, ModelTitles.of(other));
        drawing.note(x, y + 34, Texts.of("compare.soft.distance", Numbers.score(distance(other))), Side.START);
        for (int i = 0; i <= 2; i++) {
            double at = SIDE * i / 2;
            drawing.line(left, top + at, left + SIDE, top + at, 1, Tones.GRID);
            drawing.line(left + at, top, left + at, top + SIDE, 1, Tones.GRID);
            var value = String.format(Messages.locale(), "%.1f", i / 2.0);
            drawing.note(left - 6, top + SIDE - at + 4, value, Side.END);
            drawing.note(left + at, top + SIDE + 15, value, Side.MIDDLE);
        }
        int[][] counts = counts(other);
        int most = 1;
        for (int[] row : counts) {
            for (int count : row) {
                most = Math.max(most, count);
            }
        }
        for (int i = 0; i < STEPS; i++) {
            for (int k = 0; k < STEPS; k++) {
                if (counts[i][k] > 0) {
                    square(drawing, other, i, k, counts[i][k], most, left, top);
                }
            }
        }
        drawing.line(left, top + SIDE, left + SIDE, top, 1, Tones.MUTED);
        drawing.note(left + SIDE / 2, top + SIDE + 32, ModelTitles.of(first) + ": p(" + className + ")", Side.MIDDLE);
    }

    /** Shades are logarithmic: most windows lie in two corners. */
    private void square(
            Drawing drawing, ModelAnswers other, int i, int k, int count, int most, double left, double top) {
        double shade = FAINTEST + (1 - FAINTEST) * Math.log1p(count) / Math.log1p(most);
        drawing.box(
                left + i * STEP + 0.5,
                top + (STEPS - 1 - k) * STEP + 0.5,
                STEP - 1,
                STEP - 1,
                Tones.tint(shade),
                Texts.of(
                        "compare.soft.square",
                        ModelTitles.of(first),
                        Numbers.fixed((double) i / STEPS, 2),
                        Numbers.fixed((i + 1.0) / STEPS, 2),
                        ModelTitles.of(other),
                        Numbers.fixed((double) k / STEPS, 2),
                        Numbers.fixed((k + 1.0) / STEPS, 2),
                        Numbers.count(count)));
    }

    private int[][] counts(ModelAnswers other) {
        int[][] counts = new int[STEPS][STEPS];
        for (int row = 0; row < other.probabilities().size(); row++) {
            counts[step(first.probabilities(), row)][step(other.probabilities(), row)]++;
        }
        return counts;
    }

    private double distance(ModelAnswers other) {
        double sum = 0;
        int size = other.probabilities().size();
        for (int row = 0; row < size; row++) {
            sum += Math.abs(
                    first.probabilities().of(row, index) - other.probabilities().of(row, index));
        }
        return sum / Math.max(1, size);
    }
}
