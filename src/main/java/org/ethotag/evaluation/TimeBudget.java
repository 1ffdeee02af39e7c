package org.ethotag.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long each animal did what.
 *
 * @param classes names of the classes, in the order of their index
 * @param minutes per animal (sorted by id) and class (in order), zeros included
 */
public record TimeBudget(List<String> classes, Map<String, Map<String, Double>> minutes) {
    private static final double SECONDS_PER_MINUTE = 60;

    public TimeBudget {
        classes = List.copyOf(classes);
        var sorted = new TreeMap<String, Map<String, Double>>();
        minutes.forEach((animal, row) -> sorted.put(animal, Collections.unmodifiableMap(new LinkedHashMap<>(row))));
        minutes = Collections.unmodifiableMap(sorted);
    }

    /** What the labels say. A window stands for {@code secondsPerWindow}, above 0. */
    public static TimeBudget ofTruth(Predictions predictions, double secondsPerWindow) {
        return of(predictions.classes(), predictions.animals(), predictions.truth(), secondsPerWindow);
    }

    /** What the model says. A window stands for {@code secondsPerWindow}, above 0. */
    public static TimeBudget ofAnswers(Predictions predictions, double secondsPerWindow) {
        return of(predictions.classes(), predictions.animals(), predictions.answer(), secondsPerWindow);
    }

    /** Minutes of windows without truth. {@code answer} is the class of each window. */
    public static TimeBudget of(List<String> classes, List<String> animals, int[] answer, double secondsPerWindow) {
        if (!(secondsPerWindow > 0) || animals.size() != answer.length) {
            throw new IllegalArgumentException(
                    secondsPerWindow + " s, " + animals.size() + " animals, " + answer.length + " answers");
        }
        var counts = new TreeMap<String, int[]>();
        for (int i = 0; i < answer.length; i++) {
            counts.computeIfAbsent(animals.get(i), _ -> new int[classes.size()])[answer[i]]++;
        }
        var minutes = new TreeMap<String, Map<String, Double>>();
        counts.forEach((animal, row) -> {
            var named = new LinkedHashMap<String, Double>();
            for (int i = 0; i < row.length; i++) {
                named.put(classes.get(i), row[i] * secondsPerWindow / SECONDS_PER_MINUTE);
            }
            minutes.put(animal, named);
        });
        return new TimeBudget(classes, minutes);
    }

    /** Minutes of one class, all animals together. */
    public double total(String className) {
        return minutes.values().stream()
                .mapToDouble(row -> row.getOrDefault(className, 0.0))
                .sum();
    }

    /** Share of an animal's time in one class, 0 to 1; 0 for an animal without windows. */
    public double share(String animal, String className) {
        var row = minutes.getOrDefault(animal, Map.of());
        double all = row.values().stream().mapToDouble(Double::doubleValue).sum();
        return all == 0 ? 0 : row.getOrDefault(className, 0.0) / all;
    }
}
