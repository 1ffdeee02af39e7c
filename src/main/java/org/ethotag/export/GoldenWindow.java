package org.ethotag.export;

import java.util.Arrays;
import org.ethotag.quantization.IntegerEngine;

/** A raw window and the logits that a tag must give for it, bit by bit. Immutable: copied on the way in and out. */
public final class GoldenWindow {
    /** [sample][axis] */
    private final short[][] counts;

    private final int[] logits;

    private GoldenWindow(short[][] counts, int[] logits) {
        this.counts = counts;
        this.logits = logits;
    }

    /** @param counts raw sensor counts, [sample][axis] */
    public static GoldenWindow of(short[][] counts, int[] logits) {
        return new GoldenWindow(copy(counts), logits.clone());
    }

    /** Raw sensor counts, [sample][axis]; a copy. */
    public short[][] counts() {
        return copy(counts);
    }

    /** Expected, one per class; a copy. */
    public int[] logits() {
        return logits.clone();
    }

    /** The class that they mean. */
    public int expectedClass() {
        return IntegerEngine.classOf(logits);
    }

    /** Whether the engine gives exactly these logits. */
    public boolean passes(IntegerEngine engine) {
        return Arrays.equals(logits, engine.logits(counts));
    }

    private static short[][] copy(short[][] values) {
        return Arrays.stream(values).map(short[]::clone).toArray(short[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoldenWindow window
                && Arrays.deepEquals(counts, window.counts)
                && Arrays.equals(logits, window.logits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(counts) + Arrays.hashCode(logits);
    }

    @Override
    public String toString() {
        return counts.length + " samples, logits " + Arrays.toString(logits);
    }
}
