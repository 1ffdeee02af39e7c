package org.ethotag.quantization;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of an argument from -8 to 8 with values from -1 to 1, as cells of equal width. An argument of b bits has b - 4
 * fraction bits, a value b - 1. GRUQ-1 has 16 bits and 512 cells with linear interpolation (fixed-point 2.2); others are
 * for study (fixed-point 5). Immutable.
 */
public final class LookupTable {
    /** Cells in GRUQ-1. */
    public static final int CELLS = 512;
    /** Entries in GRUQ-1: the borders of its cells. */
    public static final int ENTRIES = CELLS + 1;

    private static final double LOWEST_ARGUMENT = -8;
    private static final double WIDTH = 16;

    private final int bits;
    private final boolean interpolated;
    private final Rounding rounding;
    private final int[] entries;
    /** A cell is 2^cellBits counts wide. */
    private final int cellBits;

    private LookupTable(int bits, boolean interpolated, Rounding rounding, int[] entries) {
        this.bits = bits;
        this.interpolated = interpolated;
        this.rounding = rounding;
        this.entries = entries;
        this.cellBits = bits - Integer.numberOfTrailingZeros(entries.length - 1);
    }

    /** The logistic function, 1 / (1 + e^-v); entries 0 to 32767. */
    public static LookupTable sigmoid() {
        return sigmoid(LayerSettings.gruq1(Short.SIZE));
    }

    /** The hyperbolic tangent; entries -32767 to 32767. */
    public static LookupTable tanh() {
        return tanh(LayerSettings.gruq1(Short.SIZE));
    }

    /** The logistic function with the widths, cells, interpolation and rounding of a layer. */
    public static LookupTable sigmoid(LayerSettings layer) {
        return of(layer, v -> 1 / (1 + StrictMath.exp(-v)));
    }

    /** The hyperbolic tangent with the widths, cells, interpolation and rounding of a layer. */
    public static LookupTable tanh(LayerSettings layer) {
        return of(layer, StrictMath::tanh);
    }

    /**
     * No entry of the two functions of GRUQ-1 is closer than 8.5e-4 of a count to a tie, so every correct double library
     * gives the same integers.
     */
    private static LookupTable of(LayerSettings layer, DoubleUnaryOperator function) {
        int bits = layer.activationBits();
        int cells = Math.min(layer.tableCells(), 1 << bits);
        int largest = FixedPoint.largest(bits);
        int[] entries = new int[cells + 1];
        for (int k = 0; k <= cells; k++) {
            double value = function.applyAsDouble(k * WIDTH / cells + LOWEST_ARGUMENT);
            entries[k] = Math.clamp(Math.round(Math.scalb(value, bits - 1)), -largest, largest);
        }
        return new LookupTable(bits, layer.interpolation(), layer.rounding(), entries);
    }

    /** A table as a model blob has it; entries are int16. */
    public static LookupTable ofEntries(int[] entries) {
        if (entries.length != ENTRIES) {
            throw new IllegalArgumentException("a table has " + ENTRIES + " entries, not " + entries.length);
        }
        return new LookupTable(Short.SIZE, true, Rounding.HALF_UP, entries.clone());
    }

    /**
     * The function's value; {@code q} must be an integer of {@link #bits}. With interpolation the result lies between the
     * two neighbouring entries, without it is the nearest entry (truncating: the lower one).
     */
    public int at(int q) {
        int position = q + (1 << (bits - 1));
        if (!interpolated) {
            return entries[(position + rounding.constant(cellBits)) >> cellBits];
        }
        int cell = position >> cellBits;
        int low = entries[cell];
        int inside = position - (cell << cellBits);
        return low + (((entries[cell + 1] - low) * inside + rounding.constant(cellBits)) >> cellBits);
    }

    /** Width of arguments and values. */
    public int bits() {
        return bits;
    }

    /** How many cells it has. */
    public int cells() {
        return entries.length - 1;
    }

    /** Whether it is read between its entries. */
    public boolean isInterpolated() {
        return interpolated;
    }

    /** What its shifts do. */
    public Rounding rounding() {
        return rounding;
    }

    /** One entry, 0 to {@link #cells}. */
    public int entry(int index) {
        return entries[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LookupTable table
                && bits == table.bits
                && interpolated == table.interpolated
                && rounding == table.rounding
                && Arrays.equals(entries, table.entries);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * bits + Boolean.hashCode(interpolated)) + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return "table of " + entries.length + " entries from " + entries[0] + " to " + entries[cells()];
    }
}
