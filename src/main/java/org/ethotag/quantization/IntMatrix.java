package org.ethotag.quantization;

import java.util.Arrays;

/** Integers in rows and columns, row-major; a vector has one column. Immutable: copied on the way in and out. */
public final class IntMatrix {
    private final int rows;
    private final int columns;
    private final int[] values;

    private IntMatrix(int rows, int columns, int[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** @param values [row][column], row-major; copied */
    public static IntMatrix of(int rows, int columns, int[] values) {
        if (rows < 1 || columns < 1 || values.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(rows + " x " + columns + " does not hold " + values.length + " values");
        }
        return new IntMatrix(rows, columns, values.clone());
    }

    /** A vector: as many rows as values, one column. */
    public static IntMatrix column(int... values) {
        return of(values.length, 1, values);
    }

    /** A vector that holds one value {@code rows} times. */
    public static IntMatrix filled(int rows, int value) {
        int[] values = new int[rows];
        Arrays.fill(values, value);
        return of(rows, 1, values);
    }

    /** Whether all values are the same. */
    public boolean isUniform() {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /** How many rows. */
    public int rows() {
        return rows;
    }

    /** How many columns. */
    public int columns() {
        return columns;
    }

    /** One value. */
    public int at(int row, int column) {
        return values[row * columns + column];
    }

    /** The value in a row of a vector. */
    public int at(int row) {
        return values[row * columns];
    }

    /** All values, row-major; a copy. */
    public int[] toArray() {
        return values.clone();
    }

    /** Sum of the absolute values of a row (its L1 norm). */
    public long absoluteSum(int row) {
        long sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += Math.abs((long) at(row, column));
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntMatrix matrix
                && rows == matrix.rows
                && columns == matrix.columns
                && Arrays.equals(values, matrix.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " x " + columns + " integers";
    }
}
