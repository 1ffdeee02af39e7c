package org.ethotag.quantization.yaw;

import java.util.Optional;

/**
 * How much a collar is turned about the animal's neck (the z axis), found without labels with the very integers of the
 * tag ({@code ethotag_yaw.h}). While an animal moves livelily its head is mostly down, and gravity tips x and y the same
 * way on every animal whose collar sits the same way. The mean (x, y) of each lively block goes into one of 16 sectors;
 * the turn is what brings the sum of the strongest five neighbouring sectors to the reference. Changes in place; for one
 * thread.
 */
public final class YawEstimator {
    private static final int SECTORS = 16;
    /** Sectors that are taken together, 112.5 degrees. */
    private static final int ARC = 5;
    /** Blocks that are remembered in full; then all that is known is halved. */
    private static final int MOST_BLOCKS = 4096;
    /** Shortest mean that points anywhere: 1/8 g, squared. */
    private static final int SHORTEST = 64;
    /** 29 / 70 is the tangent of 22.5 degrees. */
    private static final int STEP = 29;

    private static final int RUN = 70;
    private static final int VECTOR_BITS = 14;
    private static final int PRODUCT_BITS = 15;

    private final YawSettings settings;
    private final int[] sectorX = new int[SECTORS];
    private final int[] sectorY = new int[SECTORS];
    private final int[] blocks = new int[SECTORS];
    private int total;
    private int taken;
    private long norms;
    private long squares;
    private int sumX;
    private int sumY;

    /** An estimate with no evidence. */
    public YawEstimator(YawSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes one sample, counts per axis, each an int16.
     *
     * @return whether a block ended with this sample and has a say
     */
    public boolean sample(int rawX, int rawY, int rawZ) {
        long norm = (long) Math.sqrt((double) rawX * rawX + (double) rawY * rawY + (double) rawZ * rawZ);
        norms += norm;
        squares += norm * norm;
        sumX += rawX;
        sumY += rawY;
        taken++;
        if (taken < settings.samples()) {
            return false;
        }
        boolean hasSay = isLively() && addBlock();
        gap();
        return hasSay;
    }

    /** Drops the block under way; what was found so far stays. For gaps in the samples. */
    public void gap() {
        taken = 0;
        norms = 0;
        squares = 0;
        sumX = 0;
        sumY = 0;
    }

    /** Blocks that had a say and are remembered. */
    public int blocks() {
        return total;
    }

    /** Of those, how many agree: the strongest five neighbouring sectors. */
    public int agreeing() {
        return blocksFrom(strongestArc());
    }

    /** The turn that brings this collar's samples into the frame of the training data; nothing while too few agree. */
    public Optional<YawTurn> turn() {
        int first = strongestArc();
        int agreeing = blocksFrom(first);
        int x = 0;
        int y = 0;
        for (int i = first; i < first + ARC; i++) {
            x += sectorX[i % SECTORS];
            y += sectorY[i % SECTORS];
        }
        if (agreeing < settings.least() || 2 * agreeing <= total || (x == 0 && y == 0)) {
            return Optional.empty();
        }
        var from = new Direction(x, y).scaled(VECTOR_BITS);
        var to = new Direction(settings.referenceX(), settings.referenceY()).scaled(VECTOR_BITS);
        var product = new Direction(from.x * to.x + from.y * to.y, from.x * to.y - from.y * to.x).scaled(PRODUCT_BITS);
        int length = (int) Math.sqrt((double) (product.x * product.x + product.y * product.y));
        return Optional.of(new YawTurn(fraction(product.x, length), fraction(product.y, length)));
    }

    /** Whether the block's norm spreads enough and is near enough to 1 g; unsigned, since products reach 2^64. */
    private boolean isLively() {
        long samples = settings.samples();
        long threshold = samples * settings.lively();
        long oneG = samples * settings.gravity();
        return Long.compareUnsigned(samples * squares - norms * norms, threshold * threshold) >= 0
                && 2 * norms >= oneG
                && norms <= 2 * oneG;
    }

    private boolean addBlock() {
        int x = sumX / settings.samples();
        int y = sumY / settings.samples();
        long gravity = settings.gravity();
        if (SHORTEST * ((long) x * x + (long) y * y) < gravity * gravity) {
            return false;
        }
        if (total == MOST_BLOCKS) {
            forgetHalf();
        }
        int sector = sectorOf(x, y);
        sectorX[sector] += x;
        sectorY[sector] += y;
        blocks[sector]++;
        total++;
        return true;
    }

    private void forgetHalf() {
        total = 0;
        for (int i = 0; i < SECTORS; i++) {
            sectorX[i] >>= 1;
            sectorY[i] >>= 1;
            blocks[i] >>= 1;
            total += blocks[i];
        }
    }

    /** Which of sixteen directions, counter-clockwise from x. */
    private static int sectorOf(int x, int y) {
        int across = Math.abs(x);
        int along = Math.abs(y);
        boolean isSteep = along > across;
        int slanting = RUN * Math.min(across, along) >= STEP * Math.max(across, along) ? 1 : 0;
        int inQuarter = isSteep ? SECTORS / 4 - 1 - slanting : slanting;
        if (y >= 0) {
            return x >= 0 ? inQuarter : SECTORS / 2 - 1 - inQuarter;
        }
        return x < 0 ? SECTORS / 2 + inQuarter : SECTORS - 1 - inQuarter;
    }

    private int strongestArc() {
        int best = 0;
        for (int i = 1; i < SECTORS; i++) {
            best = blocksFrom(i) > blocksFrom(best) ? i : best;
        }
        return best;
    }

    private int blocksFrom(int first) {
        int sum = 0;
        for (int i = first; i < first + ARC; i++) {
            sum += blocks[i % SECTORS];
        }
        return sum;
    }

    /** part / whole, rounded away from zero at the half, with the fraction bits of a turn. */
    private static int fraction(int part, int whole) {
        int doubled = part * (2 << YawTurn.FRACTION_BITS);
        return (doubled + (part < 0 ? -whole : whole)) / (2 * whole);
    }

    /** A direction of any length but 0. */
    private record Direction(int x, int y) {
        /** The same direction, the larger part with so many bits. */
        Direction scaled(int bits) {
            var scaled = this;
            while (scaled.largest() >> bits != 0) {
                scaled = new Direction(scaled.x >> 1, scaled.y >> 1);
            }
            while (scaled.largest() >> (bits - 1) == 0) {
                scaled = new Direction(2 * scaled.x, 2 * scaled.y);
            }
            return scaled;
        }

        private int largest() {
            return Math.max(Math.abs(x), Math.abs(y));
        }
    }
}
