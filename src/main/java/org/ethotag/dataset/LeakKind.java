package org.ethotag.dataset;

/** How the test side of a fold can know the training side. */
public enum LeakKind {
    /** An animal has windows on both sides. */
    SAME_ANIMAL,
    /** A session has windows on both sides: the same collar, day and weather. */
    SAME_SESSION,
    /** A test window shares samples with a training window. */
    OVERLAPPING_SAMPLES,
    /** A window is itself on both sides. */
    SAME_WINDOW,
    /** Sessions of different ids hold the same samples: a recording was imported twice, or under two animals. */
    IDENTICAL_SAMPLES
}
