package org.ethotag.label;

/** How the bouts of a track stand to each other. */
public enum TrackKind {
    /** At most one behaviour for each sample: a new bout trims those that it meets. */
    EXCLUSIVE,
    /** Several behaviours may hold at once; bouts of one behaviour never overlap. */
    OVERLAPPING
}
