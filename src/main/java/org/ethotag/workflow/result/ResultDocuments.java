package org.ethotag.workflow.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethotag.evaluation.Actogram;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.evaluation.BoutTable;
import org.ethotag.evaluation.TimeBudget;
import org.ethotag.evaluation.TransitionMatrix;

/** Results as plain values for scripts: seconds, and shares from 0 to 1. */
final class ResultDocuments {
    private static final double NANOS = 1e9;

    private ResultDocuments() {}

    static Map<String, Object> budget(StudyResults results, TimeBudget budget) {
        var document = head(results);
        document.put(
                "days",
                budget.days().stream()
                        .map(day -> {
                            var row = new LinkedHashMap<String, Object>();
                            row.put("animal", day.day().animal());
                            row.put("zone", day.day().zone().getId());
                            row.put("day", day.day().day().toString());
                            row.put("seconds", seconds(day.length()));
                            row.put("notRecorded", seconds(day.notRecorded()));
                            row.put("unlabelled", seconds(day.unlabelled()));
                            var done = new LinkedHashMap<String, Object>();
                            budget.behaviours().forEach(code -> done.put(code, seconds(day.of(code))));
                            row.put("behaviours", done);
                            return row;
                        })
                        .toList());
        var means = new LinkedHashMap<String, Object>();
        for (String code : budget.behaviours()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("meanShare", budget.meanShare(code));
            interval(one, "interval", budget.interval(code));
            one.put("minutesPerDay", budget.meanShare(code) * TimeBudget.MINUTES_PER_DAY);
            var perAnimal = new LinkedHashMap<String, Object>();
            budget.labelledAnimals().forEach(animal -> perAnimal.put(animal, budget.share(animal, code)));
            one.put("perAnimal", perAnimal);
            means.put(code, one);
        }
        document.put("animals", budget.animals());
        document.put("means", means);
        return document;
    }

    static Map<String, Object> actogram(StudyResults results, Actogram actogram) {
        var document = head(results);
        document.put("binMinutes", actogram.binMinutes());
        document.put(
                "rows",
                actogram.rows().stream()
                        .map(row -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("animal", row.day().animal());
                            one.put("zone", row.day().zone().getId());
                            one.put("day", row.day().day().toString());
                            one.put(
                                    "unlabelled",
                                    bins(actogram).mapToObj(row::unlabelled).toList());
                            for (int i = 0; i < actogram.behaviours().size(); i++) {
                                int behaviour = i;
                                one.put(
                                        actogram.behaviours().get(i),
                                        bins(actogram)
                                                .mapToObj(bin -> row.seconds(bin, behaviour))
                                                .toList());
                            }
                            return one;
                        })
                        .toList());
        return document;
    }

    private static IntStream bins(Actogram actogram) {
        return IntStream.range(0, actogram.bins());
    }

    static Map<String, Object> bouts(StudyResults results, BoutTable bouts) {
        var document = head(results);
        document.put("longestGapSeconds", seconds(bouts.rule().longestGap()));
        document.put("shortestSeconds", seconds(bouts.rule().shortest()));
        document.put("bouts", bouts.rows().size());
        var animals = new LinkedHashMap<String, Object>();
        for (String animal : bouts.animals()) {
            var perBehaviour = new LinkedHashMap<String, Object>();
            for (String code : results.codes()) {
                var summary = bouts.summary(animal, code);
                var one = new LinkedHashMap<String, Object>();
                one.put("bouts", summary.bouts());
                one.put("seconds", summary.seconds());
                one.put("mean", summary.mean());
                one.put("median", summary.median());
                one.put("shortest", summary.shortest());
                one.put("longest", summary.longest());
                perBehaviour.put(code, one);
            }
            animals.put(animal, perBehaviour);
        }
        document.put("perAnimal", animals);
        return document;
    }

    static Map<String, Object> transitions(StudyResults results, TransitionMatrix matrix) {
        var document = head(results);
        document.put("counts", matrix.counts());
        var size = IntStream.range(0, matrix.behaviours().size()).boxed().toList();
        document.put(
                "probabilities",
                size.stream()
                        .map(from -> size.stream()
                                .map(to -> matrix.probability(from, to))
                                .toList())
                        .toList());
        return document;
    }

    static Map<String, Object> models(ModelShift shift) {
        var document = head(shift.labels());
        document.put("source", shift.run().run());
        document.put("kind", kind(shift.run().provenance()));
        document.put("protocol", shift.run().comparison().protocol());
        var models = new ArrayList<Map<String, Object>>();
        shift.budgets().forEach((title, budget) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("model", title);
            var behaviours = new LinkedHashMap<String, Object>();
            for (String code : budget.behaviours()) {
                var row = new LinkedHashMap<String, Object>();
                row.put("minutesPerDay", budget.meanShare(code) * TimeBudget.MINUTES_PER_DAY);
                interval(row, "shareInterval", budget.interval(code));
                var moved = shift.shift(title, code);
                row.put("shiftMinutes", moved.mean() * TimeBudget.MINUTES_PER_DAY);
                interval(row, "shiftShareInterval", moved.interval());
                var perAnimal = new LinkedHashMap<String, Object>();
                budget.labelledAnimals()
                        .forEach(animal ->
                                perAnimal.put(animal, budget.share(animal, code) * TimeBudget.MINUTES_PER_DAY));
                row.put("perAnimal", perAnimal);
                behaviours.put(code, row);
            }
            one.put("behaviours", behaviours);
            models.add(one);
        });
        document.put("models", models);
        return document;
    }

    private static Map<String, Object> head(StudyResults results) {
        var document = new LinkedHashMap<String, Object>();
        document.put("source", results.title());
        document.put("kind", kind(results.provenance()));
        document.put("remarks", results.remarks());
        document.put("behaviours", List.copyOf(results.codes()));
        return document;
    }

    private static String kind(Provenance provenance) {
        return provenance.name().toLowerCase(Locale.ROOT);
    }

    private static void interval(Map<String, Object> row, String name, Optional<BootstrapInterval> interval) {
        interval.ifPresent(it -> row.put(name, List.of(it.low(), it.high())));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }
}
