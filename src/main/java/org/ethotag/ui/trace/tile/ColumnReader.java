package org.ethotag.ui.trace.tile;

import org.ethotag.signal.Extremes;
import org.ethotag.signal.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Columns of the screen out of the tiles that are there. Where one is missing its parents stand in, so that the picture
 * is coarse for a moment but never empty for long. Column borders lie on columns of tiles, at least four for each column
 * of the screen: every sample is in exactly one, none is lost.
 */
final class ColumnReader {
    private final TileStore store;
    private final Quantity quantity;
    private final int level;
    private final int topLevel;
    private final long length;
    private @Nullable TileKey key;
    private @Nullable TileKey found;
    private @Nullable Tile tile;
    private boolean complete = true;

    ColumnReader(TileStore store, Quantity quantity, int level, int topLevel, long length) {
        this.store = store;
        this.quantity = quantity;
        this.level = level;
        this.topLevel = topLevel;
        this.length = length;
    }

    boolean read(double from, double samplesPerColumn, float[] low, float[] high) {
        var extremes = new Extremes();
        for (int x = 0; x < low.length; x++) {
            extremes.clear();
            long first = Math.max(0, whole(from + x * samplesPerColumn));
            long end = samplesPerColumn < 1 ? first + 1 : whole(from + (x + 1) * samplesPerColumn);
            boolean outside = from + (x + 1) * samplesPerColumn <= 0;
            include(first, outside ? first : Math.min(end, ((length - 1) >> level) + 1), extremes);
            low[x] = extremes.low();
            high[x] = extremes.high();
        }
        return complete;
    }

    /** Column of a tile at the wanted level in which a position lies. */
    private long whole(double position) {
        return (long) Math.floor(position) >> level;
    }

    private void include(long first, long end, Extremes extremes) {
        for (long column = first; column < end; ) {
            long index = Math.floorDiv(column, TileKey.COLUMNS);
            long next = Math.min(end, (index + 1) * TileKey.COLUMNS);
            seek(index);
            if (tile != null && found != null) {
                int up = found.level() - level;
                long base = found.index() * TileKey.COLUMNS;
                tile.include((int) ((column >> up) - base), (int) (((next - 1) >> up) + 1 - base), extremes);
            }
            column = next;
        }
    }

    private void seek(long index) {
        if (key != null && key.index() == index) {
            return;
        }
        key = new TileKey(quantity, level, index);
        found = key;
        tile = store.get(key);
        complete &= tile != null;
        while (tile == null && found.level() < topLevel) {
            found = found.parent();
            tile = store.get(found);
        }
    }
}
