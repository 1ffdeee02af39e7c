package org.ethotag.quantization;

/**
 * Settings that differ from the present ones in one thing.
 *
 * @param knob what is different
 * @param value the value of it, for people
 * @param settings all of them
 * @param present whether these are the present ones
 */
public record Alternative(Knob knob, String value, QuantizationSettings settings, boolean present) {}
