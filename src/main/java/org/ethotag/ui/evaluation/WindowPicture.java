package org.ethotag.ui.evaluation;

import java.util.List;
import org.ethotag.language.Messages;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.WindowLook;

/** A window's raw signal, and under it what gates, state and logits did at the same moments. */
final class WindowPicture {
    private static final double LEFT = 34;
    private static final double SIGNAL = 84;
    private static final double STRIP = 34;
    private static final double LOGITS = 78;
    private static final double CAPTION = 17;
    private static final int MOST_COLUMNS = 120;
    private static final int MOST_ROWS = 32;
    private static final List<String> AXES = List.of("#d1602b", "#1f9d8b", "#5b7fd1");
    /** For classes, in their order; told apart on both grounds. */
    private static final List<String> CLASSES = List.of(
            "#1f9d8b", "#d9912b", "#5b7fd1", "#b0508f", "#7a9a2e", "#c4483e", "#3aa6c9", "#8d6bc4", "#a07a4a",
            "#6f7f8f", "#d07fb0", "#4f8f5b");

    private final WindowLook look;
    private final double width;
    private final Drawing drawing = new Drawing();
    private double y = 4;

    private WindowPicture(WindowLook look, double width) {
        this.look = look;
        this.width = width;
    }

    static Picture of(WindowLook look, double width) {
        return new WindowPicture(look, Math.max(LEFT + 40, width)).picture();
    }

    /** The colour of a class, by its index. */
    static String colour(int index) {
        return CLASSES.get(index % CLASSES.size());
    }

    private Picture picture() {
        caption(Texts.of("compare.look.signal"));
        lines(look.valuesG(), AXES, SIGNAL);
        var gates = look.gates();
        if (gates != null) {
            strip(Texts.of("compare.look.update", gates.source()), gates.update(), 0);
            strip(Texts.of("compare.look.reset"), gates.reset(), 0);
            strip(Texts.of("compare.look.state"), gates.state(), -1);
            caption(Texts.of("compare.look.logits"));
            lines(gates.logits(), CLASSES, LOGITS);
        }
        time();
        return drawing.picture(Texts.of("compare.look.title"), width, y);
    }

    private void caption(String text) {
        drawing.note(0, y + 10, text, Side.START);
        y += CAPTION;
    }

    private void lines(float[][] rows, List<String> colours, double height) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float[] row : rows) {
            for (float value : row) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double span = high > low ? high - low : 1;
        for (double at : new double[] {low, high}) {
            double line = y + height * (1 - (at - low) / span);
            drawing.line(LEFT, line, width, line, 1, Tones.GRID);
            drawing.note(
                    LEFT - 5,
                    line + 4,
                    String.format(Messages.locale(), Math.abs(at) < 100 ? "%.1f" : "%.0f", at),
                    Side.END);
        }
        for (int i = 0; i < rows.length; i++) {
            float[] row = rows[i];
            for (int k = 1; k < row.length; k++) {
                drawing.line(
                        x(k - 1, row.length),
                        y + height * (1 - (row[k - 1] - low) / span),
                        x(k, row.length),
                        y + height * (1 - (row[k] - low) / span),
                        1.2,
                        colours.get(i % colours.size()));
            }
        }
        y += height + 8;
    }

    private double x(int step, int steps) {
        return LEFT + (width - LEFT) * step / Math.max(1, steps - 1);
    }

    /** Units from top to bottom; neighbours share a cell where there are more than can be seen. */
    private void strip(String name, float[][] rows, double lowest) {
        caption(name);
        int steps = rows[0].length;
        int columns = Math.min(MOST_COLUMNS, steps);
        int lines = Math.min(MOST_ROWS, rows.length);
        double wide = (width - LEFT) / columns;
        double high = STRIP / lines;
        for (int line = 0; line < lines; line++) {
            for (int column = 0; column < columns; column++) {
                double value = mean(
                        rows,
                        line * rows.length / lines,
                        (line + 1) * rows.length / lines,
                        column * steps / columns,
                        (column + 1) * steps / columns);
                drawing.box(
                        LEFT + column * wide,
                        y + line * high,
                        wide + 0.4,
                        high + 0.4,
                        Tones.tint((value - lowest) / (1 - lowest)),
                        "");
            }
        }
        y += STRIP + 8;
    }

    private static double mean(float[][] rows, int fromRow, int toRow, int fromStep, int toStep) {
        double sum = 0;
        for (int row = fromRow; row < toRow; row++) {
            for (int step = fromStep; step < toStep; step++) {
                sum += rows[row][step];
            }
        }
        return sum / Math.max(1, (toRow - fromRow) * (toStep - fromStep));
    }

    private void time() {
        int steps = look.valuesG()[0].length;
        double seconds = steps / look.rate().hertz();
        for (int i = 0; i <= 2; i++) {
            drawing.note(
                    LEFT + (width - LEFT) * i / 2,
                    y + 8,
                    String.format(Messages.locale(), "%.1f s", seconds * i / 2),
                    i == 0 ? Side.START : i == 1 ? Side.MIDDLE : Side.END);
        }
        y += 14;
    }
}
