package org.ethotag.quantization.batch;

import org.ethotag.quantization.IntegerEngine;

/** What a quantized graph says about many windows. Immutable; arrays are copied on the way out. */
public final class BatchAnswers {
    /** [window][class] */
    private final int[][] logits;

    private final LaneStates states;

    BatchAnswers(int[][] logits, LaneStates states) {
        this.logits = logits;
        this.states = states;
    }

    /** How many windows. */
    public int size() {
        return logits.length;
    }

    /** One per class; a copy. */
    public int[] logits(int window) {
        return logits[window].clone();
    }

    /** The class of one window. */
    public int classOf(int window) {
        return IntegerEngine.classOf(logits[window]);
    }

    /** The class of every window. */
    public int[] classes() {
        int[] classes = new int[logits.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = classOf(i);
        }
        return classes;
    }

    /** The state at the end of a window, as {@link IntegerEngine#values} has it. */
    public int[] state(int window) {
        return states.state(window);
    }
}
