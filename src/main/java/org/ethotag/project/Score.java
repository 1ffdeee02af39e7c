package org.ethotag.project;

import java.util.Objects;

/**
 * One number of one model in a run.
 *
 * @param model for example "student"
 * @param metric for example "mcc" or "f1 grazing"
 * @param value NaN where it is undefined
 */
public record Score(String model, String metric, double value) {
    public Score {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(metric, "metric");
    }
}
