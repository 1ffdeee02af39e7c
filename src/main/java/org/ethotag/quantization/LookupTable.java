package org.ethotag.quantization;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A function from int16, 12 fraction bits (-8 to 8) to int16, 15 fraction bits, as 512 cells with linear interpolation
 * (fixed-point 2.2). Immutable.
 */
public final class LookupTable {
    /** Entries: the borders of 512 cells. */
    public static final int ENTRIES = 513;
    /** A cell is 2^7 counts wide. */
    static final int CELL_BITS = 7;

    private static final int CELL_MASK = (1 << CELL_BITS) - 1;
    private static final int HALF_CELL = 1 << (CELL_BITS - 1);
    private static final double CELLS_PER_UNIT = 32;
    private static final double LOWEST_ARGUMENT = -8;
    private static final double ONE = 32768;

    private final int[] entries;

    private LookupTable(int[] entries) {
        this.entries = entries;
    }

    /** The logistic function, 1 / (1 + e^-v); entries 0 to 32767. */
    public static LookupTable sigmoid() {
        return of(v -> 1 / (1 + StrictMath.exp(-v)));
    }

    /** The hyperbolic tangent; entries -32767 to 32767. */
    public static LookupTable tanh() {
        return of(StrictMath::tanh);
    }

    /**
     * No entry of the two functions is closer than 8.5e-4 of a count to a tie, so every correct double library gives the
     * same integers.
     */
    private static LookupTable of(DoubleUnaryOperator function) {
        int[] entries = new int[ENTRIES];
        for (int k = 0; k < ENTRIES; k++) {
            double value = ONE * function.applyAsDouble(k / CELLS_PER_UNIT + LOWEST_ARGUMENT);
            entries[k] = Math.clamp(Math.round(value), -Short.MAX_VALUE, Short.MAX_VALUE);
        }
        return new LookupTable(entries);
    }

    /** A table as a model blob has it; entries are int16. */
    public static LookupTable ofEntries(int[] entries) {
        if (entries.length != ENTRIES) {
            throw new IllegalArgumentException("a table has " + ENTRIES + " entries, not " + entries.length);
        }
        return new LookupTable(entries.clone());
    }

    /** The function's value; {@code q} must be an int16. The result lies between the two neighbouring entries. */
    public int at(int q) {
        int position = q - Short.MIN_VALUE;
        int cell = position >> CELL_BITS;
        int low = entries[cell];
        return low + (((entries[cell + 1] - low) * (position & CELL_MASK) + HALF_CELL) >> CELL_BITS);
    }

    /** One entry, 0 to 512. */
    public int entry(int index) {
        return entries[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LookupTable table && Arrays.equals(entries, table.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return "table of " + ENTRIES + " entries from " + entries[0] + " to " + entries[ENTRIES - 1];
    }
}
