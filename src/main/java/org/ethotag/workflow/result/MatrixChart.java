package org.ethotag.workflow.result;

import java.util.List;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Tones;

/**
 * A square of cells with names on both sides: for transitions, for two tracks, for truth and answer.
 *
 * @param rows names from top to bottom
 * @param columns names from left to right
 * @param rowsAre what rows are
 * @param columnsAre what columns are
 * @param cells [row][column]
 */
public record MatrixChart(
        List<String> rows, List<String> columns, String rowsAre, String columnsAre, List<List<Cell>> cells) {
    private static final double NAMES = 110;
    private static final double CELL_WIDTH = 76;
    private static final double CELL_HEIGHT = 40;
    private static final double HEAD = 36;
    private static final double DARK = 0.55;

    /**
     * One cell.
     *
     * @param first the large text
     * @param second the small text under it, or empty
     * @param shade how strong its colour is, 0 to 1
     */
    public record Cell(String first, String second, double shade) {}

    /** How wide it is. */
    public double width() {
        return NAMES + columns.size() * CELL_WIDTH;
    }

    /** The base line of a text beside a row. */
    static double besideRow(double top, int row) {
        return top + HEAD + (row + 0.5) * CELL_HEIGHT + 4;
    }

    /** Draws it from a corner on, and gives where it ends below. */
    public double draw(Drawing drawing, double left, double top) {
        double x = left + NAMES;
        drawing.note(x, top + 10, columnsAre, Side.START);
        drawing.note(x - 10, top + 30, rowsAre, Side.END);
        double y = top + HEAD;
        for (int column = 0; column < columns.size(); column++) {
            drawing.text(
                    x + (column + 0.5) * CELL_WIDTH,
                    y - 6,
                    Drawing.fitting(columns.get(column), CELL_WIDTH - 4),
                    Side.MIDDLE);
        }
        for (int row = 0; row < rows.size(); row++) {
            drawing.text(x - 10, y + CELL_HEIGHT / 2 + 4, Drawing.fitting(rows.get(row), NAMES - 16), Side.END);
            for (int column = 0; column < columns.size(); column++) {
                draw(drawing, cells.get(row).get(column), row, column, x + column * CELL_WIDTH, y);
            }
            y += CELL_HEIGHT;
        }
        return y;
    }

    private void draw(Drawing drawing, Cell cell, int row, int column, double x, double y) {
        var hint = rows.get(row) + ", " + columns.get(column) + ": " + cell.first()
                + (cell.second().isEmpty() ? "" : ", " + cell.second());
        drawing.box(x + 1, y + 1, CELL_WIDTH - 2, CELL_HEIGHT - 2, Tones.tint(cell.shade()), hint);
        var ink = cell.shade() > DARK ? Tones.GROUND : Tones.INK;
        double middle = x + CELL_WIDTH / 2;
        boolean two = !cell.second().isEmpty();
        drawing.mark(
                new Mark.Words(middle, y + (two ? 18 : 25), cell.first(), Drawing.TEXT + 1, true, Side.MIDDLE, ink));
        if (two) {
            drawing.mark(new Mark.Words(middle, y + 32, cell.second(), 10.5, false, Side.MIDDLE, ink));
        }
    }
}
