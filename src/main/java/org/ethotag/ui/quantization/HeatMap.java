package org.ethotag.ui.quantization;

import java.util.List;
import org.ethotag.quantization.report.EdgeReport;
import org.ethotag.quantization.report.LayerReport;

/**
 * One quantity of every gate at every column of time.
 *
 * @param rows the edges that have a report per time step, in the order of the computation
 * @param columns of time
 * @param quantity what is shown
 * @param lowest on the quantity's scale
 * @param highest on the quantity's scale
 */
record HeatMap(List<EdgeReport> rows, int columns, Quantity quantity, double lowest, double highest) {
    HeatMap {
        rows = List.copyOf(rows);
    }

    static HeatMap of(LayerReport report, Quantity quantity) {
        var rows =
                report.edges().stream().filter(edge -> !edge.steps().isEmpty()).toList();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (EdgeReport row : rows) {
            for (var step : row.steps()) {
                double value = quantity.onScale(quantity.of(row.edge(), step));
                if (Double.isFinite(value)) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
        }
        return new HeatMap(rows, report.columns(), quantity, Math.min(lowest, highest), Math.max(lowest, highest));
    }

    double value(int row, int column) {
        var edge = rows.get(row);
        return quantity.of(edge.edge(), edge.steps().get(column));
    }

    /** Place of a value between lowest and highest, 0 to 1; NaN where there is none. */
    double share(int row, int column) {
        double value = quantity.onScale(value(row, column));
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        return highest > lowest ? Math.clamp((value - lowest) / (highest - lowest), 0, 1) : 0;
    }
}
