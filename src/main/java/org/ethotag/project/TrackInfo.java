package org.ethotag.project;

import org.ethotag.label.TrackKind;

/**
 * A track of a session as lists show it.
 *
 * @param id tells tracks apart that had the same name at different times; 0 if nothing was ever written on it
 * @param name unique among the tracks of a session that are there
 * @param bouts how many
 * @param comments how many
 */
public record TrackInfo(long id, String name, TrackKind kind, long bouts, long comments) {}
