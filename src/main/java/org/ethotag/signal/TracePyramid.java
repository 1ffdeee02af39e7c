package org.ethotag.signal;

/**
 * The min/max pyramid of a trace: level 0 has the extremes of 32 samples each, every further level those of 8 blocks of
 * the level below. It is folded while samples arrive, and answers what a picture asks in time that depends on the number
 * of columns only: a column is made of 8 to 63 blocks of one level, or of fewer than 256 samples.
 *
 * <p>Where a level is used, column borders lie on block borders, so they are off by at most an eighth of a column; every
 * sample is in exactly one column, so no spike is lost.
 */
public final class TracePyramid {
    /** Samples in a block of level 0. */
    public static final int BASE_SAMPLES = 32;
    /** Blocks of one level in a block of the next. */
    public static final int FACTOR = 8;
    /** The level of the samples themselves. */
    public static final int SAMPLES = -1;

    private static final int BLOCKS_PER_COLUMN = 8;
    private static final int BASE_BITS = 5;
    private static final int FACTOR_BITS = 3;

    private final Blocks blocks;
    private final int levels;

    /** Where the blocks are kept. */
    public interface Blocks {
        /** Samples on each axis. */
        long lengthSamples();

        /**
         * Takes the extremes of some blocks into {@code extremes}.
         *
         * @param level 0 or more, or {@link #SAMPLES}
         * @param from first block
         * @param to one past the last block, above {@code from} and inside the trace
         */
        void include(int axis, int level, long from, long to, Extremes extremes);
    }

    /** A pyramid over blocks that somebody keeps. */
    public TracePyramid(Blocks blocks) {
        this.blocks = blocks;
        this.levels = levels(blocks.lengthSamples());
    }

    /** How many levels a trace has: the highest is the first of one block. */
    public static int levels(long lengthSamples) {
        int levels = 0;
        while (lengthSamples > 0 && (levels == 0 || blockCount(levels - 1, lengthSamples) > 1)) {
            levels++;
        }
        return levels;
    }

    /** Samples in a block of a level. */
    public static long blockLength(int level) {
        return level == SAMPLES ? 1 : 1L << (BASE_BITS + FACTOR_BITS * level);
    }

    /** Blocks of a level, the last may be short. */
    public static long blockCount(int level, long lengthSamples) {
        return Math.ceilDiv(lengthSamples, blockLength(level));
    }

    /**
     * Folds samples into level 0.
     *
     * @param samples values, NaN where there is none
     * @param count how many of them
     * @return [block][low, high], NaN where a block has no value
     */
    public static float[] foldSamples(float[] samples, int count) {
        var folded = new float[2 * Math.ceilDiv(count, BASE_SAMPLES)];
        var extremes = new Extremes();
        for (int block = 0; 2 * block < folded.length; block++) {
            extremes.clear();
            int end = Math.min(count, (block + 1) * BASE_SAMPLES);
            for (int i = block * BASE_SAMPLES; i < end; i++) {
                extremes.include(samples[i]);
            }
            folded[2 * block] = extremes.low();
            folded[2 * block + 1] = extremes.high();
        }
        return folded;
    }

    /** Folds a level into the next one; both are [block][low, high]. */
    public static float[] fold(float[] level) {
        int count = level.length / 2;
        var folded = new float[2 * Math.ceilDiv(count, FACTOR)];
        var extremes = new Extremes();
        for (int block = 0; 2 * block < folded.length; block++) {
            extremes.clear();
            int end = Math.min(count, (block + 1) * FACTOR);
            for (int i = block * FACTOR; i < end; i++) {
                extremes.include(level[2 * i], level[2 * i + 1]);
            }
            folded[2 * block] = extremes.low();
            folded[2 * block + 1] = extremes.high();
        }
        return folded;
    }

    /** Answers {@link Trace#extremes}. */
    public void extremes(int axis, double from, double samplesPerColumn, float[] lowG, float[] highG) {
        if (!(samplesPerColumn > 0) || lowG.length != highG.length || axis < 0 || axis >= Samples.AXES) {
            throw new IllegalArgumentException("not columns: axis " + axis + ", " + samplesPerColumn + " samples each, "
                    + lowG.length + " and " + highG.length);
        }
        int level = levelFor(samplesPerColumn);
        long blockLength = blockLength(level);
        var extremes = new Extremes();
        for (int column = 0; column < lowG.length; column++) {
            extremes.clear();
            double left = from + column * samplesPerColumn;
            double right = from + (column + 1) * samplesPerColumn;
            long first = Math.max(0, (long) Math.floor(left / blockLength));
            long end = samplesPerColumn < 1 ? (long) Math.floor(left) + 1 : end(right, level, blockLength);
            end = Math.min(end, blockCount(level, blocks.lengthSamples()));
            if (first < end) {
                blocks.include(axis, level, first, end, extremes);
            }
            lowG[column] = extremes.low();
            highG[column] = extremes.high();
        }
    }

    private long end(double right, int level, long blockLength) {
        long length = blocks.lengthSamples();
        return right >= length ? blockCount(level, length) : (long) Math.floor(right / blockLength);
    }

    private int levelFor(double samplesPerColumn) {
        int level = SAMPLES;
        while (level + 1 < levels && BLOCKS_PER_COLUMN * blockLength(level + 1) <= samplesPerColumn) {
            level++;
        }
        return level;
    }
}
