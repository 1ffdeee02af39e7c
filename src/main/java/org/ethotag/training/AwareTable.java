package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.function.IntUnaryOperator;
import org.ethotag.quantization.LookupTable;

/**
 * A lookup table on the engine, written out for every argument, so that any table of the integer engine can be one.
 *
 * @param offset place of the argument 0, as an array
 * @param values of every argument
 * @param slopes at every argument: the difference over one cell around it, per count
 */
record AwareTable(NDArray offset, NDArray values, NDArray slopes) {
    /** The arrays belong to {@code manager}. */
    static AwareTable of(LookupTable table, NDManager manager) {
        int half = 1 << (table.bits() - 1);
        int reach = Math.max(1, half / table.cells()); // half a cell
        return new AwareTable(
                manager.create(new double[] {half}),
                manager.create(forEvery(half, q -> table.at(q), 1)),
                manager.create(forEvery(
                        half,
                        q -> table.at(Math.min(half - 1, q + reach)) - table.at(Math.max(-half, q - reach)),
                        2.0 * reach)));
    }

    private static double[] forEvery(int half, IntUnaryOperator value, double divisor) {
        double[] all = new double[2 * half];
        for (int q = -half; q < half; q++) {
            all[q + half] = value.applyAsInt(q) / divisor;
        }
        return all;
    }

    /** The values at integers q; the gradient is the slope there. */
    NDArray at(NDArray q) {
        try (NDArray apart = q.stopGradient();
                NDArray place = apart.add(offset);
                NDArray index = place.toType(DataType.INT64, false);
                NDArray nothing = q.sub(apart)) {
            NDArray slope = slopes.take(q.getManager(), index);
            return nothing.mul(slope).addi(values.take(q.getManager(), index)); // the product is exactly 0
        }
    }
}
