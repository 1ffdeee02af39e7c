package org.ethotag.recording;

import java.util.Arrays;

/**
 * Which short pieces a trace has, by content: a rolling hash over every 16 samples on three axes, of which only those
 * that end in enough zero bits are kept. The choice depends on the content alone, so copies are found wherever they
 * start. Long traces keep a smaller share: whenever there are too many, one more zero bit is asked for. Pieces in which
 * little moves are passed over, because still sensors look alike. One thread.
 */
public final class Fingerprints {
    /** Samples under one hash. */
    static final int PIECE_SAMPLES = 16;
    /** Most hashes that one trace keeps. */
    static final int MOST = 16_384;

    private static final int FEWEST_CHANGES = 8;
    private static final long FIRST_MASK = 7;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // 2^64 / golden ratio, odd
    private static final long OLDEST_FACTOR = power(MULTIPLIER, PIECE_SAMPLES);

    private final long[] ring = new long[PIECE_SAMPLES];
    private final boolean[] changed = new boolean[PIECE_SAMPLES];
    private long[] hashes = new long[64];
    private long[] positions = new long[64];
    private int count;
    private long mask = FIRST_MASK;
    private long rolling;
    private int changes;
    private long last;
    private long seen;

    void append(float x, float y, float z) {
        int slot = (int) (seen % PIECE_SAMPLES);
        long value = mix(Float.floatToIntBits(x) * 31L * 31L + Float.floatToIntBits(y) * 31L + Float.floatToIntBits(z));
        rolling = rolling * MULTIPLIER + value - OLDEST_FACTOR * ring[slot];
        changes += (value == last ? 0 : 1) - (changed[slot] ? 1 : 0);
        ring[slot] = value;
        changed[slot] = value != last;
        last = value;
        seen++;
        if (seen >= PIECE_SAMPLES && changes >= FEWEST_CHANGES) {
            keep(mix(rolling));
        }
    }

    /** The hashes, sorted, each once. */
    public long[] sorted() {
        return Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
    }

    /** Where the pieces start whose hashes are among {@code sorted}, in samples, rising. */
    public long[] positionsOf(long[] sorted) {
        var found = new long[count];
        int hits = 0;
        for (int i = 0; i < count; i++) {
            if (Arrays.binarySearch(sorted, hashes[i]) >= 0) {
                found[hits++] = positions[i];
            }
        }
        return Arrays.copyOf(found, hits);
    }

    private void keep(long hash) {
        if ((hash & mask) != 0) {
            return;
        }
        if (count == MOST) {
            thin();
            keep(hash);
            return;
        }
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
            positions = Arrays.copyOf(positions, 2 * count);
        }
        hashes[count] = hash;
        positions[count++] = seen - PIECE_SAMPLES;
    }

    private void thin() {
        mask = 2 * mask + 1;
        int left = 0;
        for (int i = 0; i < count; i++) {
            if ((hashes[i] & mask) == 0) {
                hashes[left] = hashes[i];
                positions[left++] = positions[i];
            }
        }
        count = left;
        if (count == MOST) { // one piece repeated all over: keep the first ones
            count = MOST / 2;
        }
    }

    /** The finalizer of MurmurHash3 (A. Appleby, public domain), which spreads every bit over all. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    private static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
