package org.ethotag.ui.trace.tile;

import org.ethotag.signal.Extremes;

/** Lowest and highest value of 256 neighbouring columns. Immutable once it is in the store. */
final class Tile {
    /** [column], NaN where there is no value */
    private final float[] low = new float[TileKey.COLUMNS];

    private final float[] high = new float[TileKey.COLUMNS];

    float[] low() {
        return low;
    }

    float[] high() {
        return high;
    }

    /** Takes the extremes of some columns. */
    void include(int from, int to, Extremes extremes) {
        for (int column = from; column < to; column++) {
            extremes.include(low[column], high[column]);
        }
    }

    /** A tile out of the two below it. */
    static Tile folded(Tile left, Tile right) {
        var tile = new Tile();
        var extremes = new Extremes();
        int half = TileKey.COLUMNS / 2;
        for (int column = 0; column < TileKey.COLUMNS; column++) {
            var child = column < half ? left : right;
            int from = 2 * (column % half);
            extremes.clear();
            child.include(from, from + 2, extremes);
            tile.low[column] = extremes.low();
            tile.high[column] = extremes.high();
        }
        return tile;
    }
}
