package org.ethotag.ui.trace.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.signal.Derivation;
import org.ethotag.signal.Extremes;
import org.ethotag.signal.Quantity;
import org.ethotag.signal.SampleRange;
import org.jspecify.annotations.Nullable;

/**
 * Every quantity of a recording at every zoom, in tiles of 256 columns of {@code 2^level} samples each. Axes come from
 * the stored pyramid. Derived quantities are computed from the samples, whatever the zoom, so that a column always shows
 * the true lowest and highest value under it; coarse tiles of them are folded out of finer ones and kept. Any thread may
 * ask for what is there ({@link #columns}); making tiles is work for a job.
 */
public final class TilePyramid {
    /** Derived tiles up to this level are made of samples in one go, 65,536 of them at most. */
    private static final int LAST_DIRECT_LEVEL = 8;
    /** Columns of a tile for one column of the screen, at least. */
    private static final int FINER_BITS = 2;

    private final Derivation derivation;
    private final TileStore store = new TileStore();
    private final long length;
    private final int topLevel;

    public TilePyramid(Derivation derivation) {
        this.derivation = derivation;
        this.length = derivation.trace().lengthSamples();
        int top = 0;
        while (new TileKey(Quantity.X, top, 0).samples() < length) {
            top++;
        }
        this.topLevel = top;
    }

    /** The level at which a picture is drawn. */
    public int levelFor(double samplesPerColumn) {
        int level = samplesPerColumn < 1 ? 0 : Math.getExponent(samplesPerColumn) - FINER_BITS;
        return Math.clamp(level, 0, topLevel);
    }

    /** Whether this sample's own value is known now; then it is written to {@code value[0]}. */
    public boolean valueAt(Quantity quantity, long sample, float[] value) {
        var key = TileKey.at(quantity, 0, sample);
        var tile = store.get(key);
        if (tile != null) {
            value[0] = tile.low()[(int) (sample - key.from())];
        }
        return tile != null;
    }

    /** Samples on each axis. */
    public long length() {
        return length;
    }

    /** The tiles of a stretch of the screen that are not there yet, from left to right. */
    public List<TileKey> missing(Quantity quantity, int level, SampleRange samples) {
        var missing = new ArrayList<TileKey>();
        if (samples.isEmpty() || level < 0 || level > topLevel) {
            return missing;
        }
        long last = TileKey.at(quantity, level, samples.to() - 1).index();
        for (long index = TileKey.at(quantity, level, samples.from()).index(); index <= last; index++) {
            var key = new TileKey(quantity, level, index);
            if (store.get(key) == null) {
                missing.add(key);
            }
        }
        return missing;
    }

    /**
     * Lowest and highest value for columns of the screen, from the finest tiles that are there.
     *
     * @param from position of the left edge of the first column
     * @param samplesPerColumn width of a column in samples
     * @param low receives the lowest value per column, NaN where nothing is known
     * @param high receives the highest value, as long as {@code low}
     * @return whether every column came from the level that it should
     */
    public boolean columns(Quantity quantity, double from, double samplesPerColumn, float[] low, float[] high) {
        return new ColumnReader(store, quantity, levelFor(samplesPerColumn), topLevel, length)
                .read(from, samplesPerColumn, low, high);
    }

    /** Makes a tile, unless it is there. */
    public void make(TileKey key, JobMonitor monitor) {
        var _ = made(key, monitor);
    }

    /** Makes what every picture can fall back on. */
    public void makeTop(Quantity quantity, int levelsBelow, JobMonitor monitor) {
        for (var key : missing(quantity, Math.max(0, topLevel - levelsBelow), new SampleRange(0, length))) {
            make(key, monitor);
        }
    }

    private Tile made(TileKey key, JobMonitor monitor) {
        @Nullable Tile known = store.get(key);
        if (known != null) {
            return known;
        }
        monitor.checkCancelled();
        var tile = key.from() >= length
                ? empty()
                : key.quantity().isAxis()
                        ? ofPyramid(key)
                        : key.level() <= LAST_DIRECT_LEVEL
                                ? ofSamples(key)
                                : Tile.folded(made(key.child(0), monitor), made(key.child(1), monitor));
        if (key.from() < length) {
            store.put(key, tile);
        }
        return tile;
    }

    private static Tile empty() {
        var tile = new Tile();
        Arrays.fill(tile.low(), Float.NaN);
        Arrays.fill(tile.high(), Float.NaN);
        return tile;
    }

    private Tile ofPyramid(TileKey key) {
        var tile = new Tile();
        derivation
                .trace()
                .extremes(
                        key.quantity().axis(),
                        (double) key.from(),
                        (double) (1L << key.level()),
                        tile.low(),
                        tile.high());
        return tile;
    }

    private Tile ofSamples(TileKey key) {
        var tile = empty();
        long to = Math.min(length, key.from() + key.samples());
        float[] values = derivation.of(key.quantity(), new SampleRange(key.from(), to));
        var extremes = new Extremes();
        int perColumn = 1 << key.level();
        for (int column = 0; column * perColumn < values.length; column++) {
            extremes.clear();
            int end = Math.min(values.length, (column + 1) * perColumn);
            for (int i = column * perColumn; i < end; i++) {
                extremes.include(values[i]);
            }
            tile.low()[column] = extremes.low();
            tile.high()[column] = extremes.high();
        }
        return tile;
    }
}
