package org.ethotag.workflow;

/**
 * Turns the distilled student of a run into integers.
 *
 * @param studentRun id of the run that made it
 * @param weightBits 16 or 8
 * @param profile id of the tag profile whose sensor the model will read, or empty to take a usual sensor that fits the
 *     data
 */
public record QuantizeStep(String studentRun, int weightBits, String profile) implements Step {}
