package org.ethotag.export;

import java.util.stream.IntStream;
import org.ethotag.quantization.Gate;

/**
 * In which order the GRU's weights lie in the blob, so that one pointer feeds the kernel (model-blob, "Layouts"). A row
 * is gate x hidden + unit.
 */
public enum WeightLayout {
    /** Row by row: all of r, then z, then n. */
    ROW_MAJOR(0),
    /** Blocks of six rows (r, z, n of unit i, then of i + 1), column by column inside. For any core. */
    SIX_ROW_BLOCKS(1),
    /** The same blocks in 32-bit words of two (int16) or four (int8) columns per row. For the Cortex-M4's SMLAD. */
    SIX_ROW_WORDS(2);

    private static final int UNITS_PER_BLOCK = 2;
    /** Columns of an int8 word in byte order, so that SXTB16 and SXTB16 ROR 8 give pairs of neighbours. */
    private static final int[] BYTE_WORD = {0, 2, 1, 3};

    private static final int[] HALF_WORD = {0, 1};
    private static final int[] ONE_COLUMN = {0};

    private final int id;

    WeightLayout(int id) {
        this.id = id;
    }

    /** Takes one stored cell after the other. */
    @FunctionalInterface
    public interface Cells {
        /** @param column at or above the matrix's width: padding, 0 */
        void cell(int row, int column);
    }

    /**
     * The fastest layout for a processor; any layout runs on any.
     *
     * @param core as tag profiles write it, for example "cortex-m4f"
     */
    public static WeightLayout forCore(String core) {
        return core.startsWith("cortex-m4") || core.equals("cortex-m7") ? SIX_ROW_WORDS : SIX_ROW_BLOCKS;
    }

    /** Its number in the blob. */
    public int id() {
        return id;
    }

    /** How many weights are stored, padding included. */
    public long cells(int hidden, int columns, int weightBits) {
        int step = word(weightBits).length;
        return (long) Gate.values().length * hidden * (Math.ceilDiv(columns, step) * (long) step);
    }

    /** Rows in the order in which they, and their biases, are stored. */
    public int[] rowOrder(int hidden) {
        int gates = Gate.values().length;
        return IntStream.range(0, gates * hidden)
                .map(i -> this == ROW_MAJOR ? i : (i % gates) * hidden + i / gates)
                .toArray();
    }

    /** Visits every stored cell in storage order. */
    public void visit(int hidden, int columns, int weightBits, Cells cells) {
        int[] rows = rowOrder(hidden);
        int[] word = word(weightBits);
        int block = this == ROW_MAJOR ? 1 : UNITS_PER_BLOCK * Gate.values().length;
        for (int first = 0; first < rows.length; first += block) {
            for (int column = 0; column < columns; column += word.length) {
                for (int row = first; row < first + block; row++) {
                    for (int inWord : word) {
                        cells.cell(rows[row], column + inWord);
                    }
                }
            }
        }
    }

    private int[] word(int weightBits) {
        return switch (this) {
            case ROW_MAJOR, SIX_ROW_BLOCKS -> ONE_COLUMN;
            case SIX_ROW_WORDS -> weightBits == Byte.SIZE ? BYTE_WORD : HALF_WORD;
        };
    }
}
