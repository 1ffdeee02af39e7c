package org.ethotag.dataset;

/**
 * One way to divide a dataset. The arrays are indices of windows; callers must not change them.
 *
 * @param name what is held out, for example the animal's id
 * @param train windows to learn from
 * @param test windows to be judged on
 */
public record Fold(String name, int[] train, int[] test) {}
