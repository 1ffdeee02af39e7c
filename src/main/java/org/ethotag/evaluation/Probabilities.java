package org.ethotag.evaluation;

import java.util.Arrays;

/**
 * How sure a model was: one probability per window and class. Immutable. May be empty although the model answered, for
 * runs that were kept before probabilities were.
 */
public final class Probabilities {
    private static final Probabilities NONE = new Probabilities(0, new float[0]);

    private final int classes;
    /** [window][class] row-major, 0 to 1. */
    private final float[] values;

    private Probabilities(int classes, float[] values) {
        this.classes = classes;
        this.values = values;
    }

    /** No window at all. */
    public static Probabilities none() {
        return NONE;
    }

    /**
     * Probabilities as they are.
     *
     * @param classes 1 or more
     * @param values [window][class] row-major, each 0 to 1; copied
     */
    public static Probabilities of(int classes, float[] values) {
        if (classes < 1 || values.length % classes != 0) {
            throw new IllegalArgumentException(values.length + " probabilities of " + classes + " classes");
        }
        for (float value : values) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a probability of " + value);
            }
        }
        return new Probabilities(classes, values.clone());
    }

    /**
     * Softmax of logits, computed around the largest so that nothing overflows. A row with a logit that is not finite says
     * nothing: all classes are equally likely.
     *
     * @param logits [window][class]
     */
    public static Probabilities softmax(double[][] logits) {
        if (logits.length == 0) {
            return NONE;
        }
        int classes = logits[0].length;
        float[] values = new float[logits.length * classes];
        for (int window = 0; window < logits.length; window++) {
            putSoftmax(logits[window], values, window * classes);
        }
        return new Probabilities(classes, values);
    }

    private static void putSoftmax(double[] logits, float[] target, int from) {
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - largest);
        }
        for (int c = 0; c < logits.length; c++) {
            double share = Math.exp(logits[c] - largest) / sum;
            target[from + c] = (float) (Double.isNaN(share) ? 1.0 / logits.length : share);
        }
    }

    /** Both, one after the other; nothing if one of them has nothing. */
    public Probabilities followedBy(Probabilities next) {
        if (isEmpty() || next.isEmpty()) {
            return NONE;
        }
        if (classes != next.classes) {
            throw new IllegalArgumentException(classes + " and " + next.classes + " classes");
        }
        float[] both = Arrays.copyOf(values, values.length + next.values.length);
        System.arraycopy(next.values, 0, both, values.length, next.values.length);
        return new Probabilities(classes, both);
    }

    /** Only some windows, in the order given. */
    public Probabilities only(int[] windows) {
        float[] some = new float[isEmpty() ? 0 : windows.length * classes];
        for (int i = 0; i < windows.length && !isEmpty(); i++) {
            System.arraycopy(values, windows[i] * classes, some, i * classes, classes);
        }
        return some.length == 0 ? NONE : new Probabilities(classes, some);
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return values.length == 0;
    }

    /** How many windows. */
    public int size() {
        return isEmpty() ? 0 : values.length / classes;
    }

    /** How many classes; 0 if empty. */
    public int classes() {
        return classes;
    }

    /** Of one class for one window, 0 to 1. */
    public double of(int window, int index) {
        return values[window * classes + index];
    }

    /** Of the most likely class of a window, 0 to 1: how confident the model was. */
    public double confidence(int window) {
        double largest = 0;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, of(window, c));
        }
        return largest;
    }

    /** [window][class] row-major; a copy. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Probabilities p && classes == p.classes && Arrays.equals(values, p.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return size() + " windows, " + classes + " classes";
    }
}
