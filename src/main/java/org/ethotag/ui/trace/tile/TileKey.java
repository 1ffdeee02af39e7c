package org.ethotag.ui.trace.tile;

import org.ethotag.signal.Quantity;

/**
 * Which piece of which picture.
 *
 * @param quantity what is drawn
 * @param level a column covers {@code 2^level} samples, 0 to 40
 * @param index counted from the first sample of the recording
 */
public record TileKey(Quantity quantity, int level, long index) {
    /** Columns of a tile. */
    public static final int COLUMNS = 256;

    private static final int COLUMN_BITS = 8;

    /** The tile of a level that a sample lies in. */
    static TileKey at(Quantity quantity, int level, long sample) {
        return new TileKey(quantity, level, sample >> (COLUMN_BITS + level));
    }

    /** First sample. */
    long from() {
        return index << (COLUMN_BITS + level);
    }

    /** Samples under all columns. */
    long samples() {
        return 1L << (COLUMN_BITS + level);
    }

    /** One of the two tiles of the level below. */
    TileKey child(int half) {
        return new TileKey(quantity, level - 1, 2 * index + half);
    }

    /** The tile of the level above that covers this one. */
    TileKey parent() {
        return new TileKey(quantity, level + 1, index >> 1);
    }
}
