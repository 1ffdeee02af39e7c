package org.ethotag.evaluation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one budget differs from another one of the same recordings in one behaviour.
 *
 * @param behaviour which
 * @param perAnimal share in the second budget minus share in the first, -1 to 1, by animal
 */
public record BudgetShift(String behaviour, Map<String, Double> perAnimal) {
    public BudgetShift {
        perAnimal = Collections.unmodifiableMap(new TreeMap<>(perAnimal));
    }

    /** Mean over animals; NaN without any. */
    public double mean() {
        return perAnimal.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** Interval of the mean, animals being drawn once for both budgets; empty with fewer than two. */
    public Optional<BootstrapInterval> interval() {
        return TimeBudget.ofMean(
                perAnimal.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
