package org.ethotag.sample;

/**
 * A rhythm: a narrow band around one frequency, along an ellipse in the collar's frame.
 *
 * @param hertz middle frequency
 * @param spreadHz standard deviation of the middle frequency from animal to animal
 * @param bandwidthHz how far the rhythm wanders, half width at half power
 * @param inPhaseG strength per axis of the one direction of the ellipse, root mean square in g
 * @param quadratureG strength per axis of the direction a quarter of a cycle later
 */
record Tone(double hertz, double spreadHz, double bandwidthHz, Axes inPhaseG, Axes quadratureG) {}
