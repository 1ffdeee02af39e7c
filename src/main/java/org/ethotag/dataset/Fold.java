package org.ethotag.dataset;

import java.util.Arrays;

/**
 * One way to divide a dataset. The arrays are indices of windows; callers must not change them.
 *
 * @param name what is held out, for example the animal's id
 * @param train windows to learn from
 * @param test windows to be judged on
 * @param leaky whether the division is known to put the same animals on both sides; every result that rests on it must
 *     say so
 */
public record Fold(String name, int[] train, int[] test, boolean leaky) {
    /** A division that holds out whole animals. */
    public Fold(String name, int[] train, int[] test) {
        this(name, train, test, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fold(String otherName, int[] otherTrain, int[] otherTest, boolean otherLeaky)
                && name.equals(otherName)
                && Arrays.equals(train, otherTrain)
                && Arrays.equals(test, otherTest)
                && leaky == otherLeaky;
    }

    @Override
    public int hashCode() {
        return name.hashCode() + 31 * Arrays.hashCode(train) + 961 * Arrays.hashCode(test);
    }

    @Override
    public String toString() {
        return name + (leaky ? " (leaky)" : "") + ": train " + train.length + ", test " + test.length;
    }
}
