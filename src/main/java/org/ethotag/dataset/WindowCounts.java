package org.ethotag.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many windows were cut, and what was not cut and why.
 *
 * @param classes names of the classes, in the order of their index
 * @param rows one per behaviour that was met, sorted by its code
 * @param skipped what gave no window
 */
public record WindowCounts(List<String> classes, List<Row> rows, Skipped skipped) {
    public WindowCounts {
        classes = List.copyOf(classes);
        rows = List.copyOf(rows);
    }

    /**
     * Windows of one behaviour.
     *
     * @param behaviour its code
     * @param className name of its class, or empty if it is left out
     * @param bouts labelled bouts of it
     * @param windows per animal, sorted by the animal's id; only animals that have bouts of it
     */
    public record Row(String behaviour, String className, int bouts, Map<String, Integer> windows) {
        public Row {
            windows = Collections.unmodifiableMap(new TreeMap<>(windows));
        }

        /** Windows of all animals. */
        public int total() {
            return windows.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * What gave no window.
     *
     * @param leftOutBouts bouts of behaviours that are in no class
     * @param shortBouts bouts, or pieces of them between gaps, that are shorter than a window
     * @param impure windows with too much of other behaviours
     * @param notFinite windows with a sample that is no finite number
     * @param doublyLabelledSamples samples that bouts of two behaviours claim; no window has one
     */
    public record Skipped(int leftOutBouts, int shortBouts, int impure, int notFinite, long doublyLabelledSamples) {}

    /** The animals with bouts, sorted. */
    public List<String> animals() {
        return rows.stream()
                .flatMap(row -> row.windows().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Windows of one behaviour of one animal. */
    public int count(String behaviour, String animal) {
        return rows.stream()
                .filter(row -> row.behaviour().equals(behaviour))
                .mapToInt(row -> row.windows().getOrDefault(animal, 0))
                .sum();
    }

    /** Windows per class, in the order of the classes, zeros included. */
    public Map<String, Integer> perClass() {
        var counts = new LinkedHashMap<String, Integer>();
        classes.forEach(name -> counts.put(name, 0));
        for (Row row : rows) {
            counts.computeIfPresent(row.className(), (_, n) -> n + row.total());
        }
        return Collections.unmodifiableMap(counts);
    }

    /** Classes that have no window at all. */
    public List<String> emptyClasses() {
        var empty = new ArrayList<String>();
        perClass().forEach((name, count) -> {
            if (count == 0) {
                empty.add(name);
            }
        });
        return List.copyOf(empty);
    }

    /** All windows. */
    public int total() {
        return rows.stream().mapToInt(Row::total).sum();
    }
}
