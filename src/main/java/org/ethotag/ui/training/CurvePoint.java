package org.ethotag.ui.training;

import org.ethotag.training.EpochReport;

/**
 * One epoch of one model.
 *
 * @param model teacher, student or distilled
 * @param epoch what it came to
 */
public record CurvePoint(String model, EpochReport epoch) {}
