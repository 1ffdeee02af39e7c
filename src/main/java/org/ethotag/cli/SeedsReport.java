package org.ethotag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ethotag.evaluation.SeedSpread;
import org.ethotag.workflow.run.SeedGroup;
import org.jspecify.annotations.Nullable;

/** The same comparison with several seeds: each model's MCC as mean and spread, and what may be said about two models. */
final class SeedsReport {
    private final SeedGroup group;

    SeedsReport(SeedGroup group) {
        this.group = group;
    }

    /** Mean and spread of every model, for JSON. */
    List<Map<String, @Nullable Object>> document() {
        var mcc = group.mcc();
        var models = new ArrayList<Map<String, @Nullable Object>>();
        for (var model : group.comparisons().getFirst().models()) {
            var spread = mcc.get(model.title());
            if (spread != null) {
                var document = new LinkedHashMap<String, @Nullable Object>();
                document.put("name", model.name());
                document.put("hidden", model.hidden());
                document.put("seeds", group.seeds());
                document.put("mcc", spread.values());
                document.put("mean", spread.mean());
                document.put("spread", known(spread) ? (Double) spread.spread() : null);
                models.add(document);
            }
        }
        return models;
    }

    /** The same without the windows that a rule sets aside; empty if none does. */
    Optional<List<Map<String, @Nullable Object>>> setAside() {
        return group.kept().map(kept -> new SeedsReport(kept).document());
    }

    /** What may be said, in sentences. */
    List<String> verdicts() {
        return group.verdicts();
    }

    /** The same for people. */
    String words() {
        var header = new ArrayList<>(List.of("MCC over seeds", "mean", "spread"));
        group.seeds().forEach(seed -> header.add("seed " + seed));
        var table = new TextTable(header.toArray(String[]::new));
        group.mcc().forEach((title, spread) -> table.row(row(title, Objects.requireNonNull(spread))));
        return table
                + String.join(System.lineSeparator(), verdicts())
                + System.lineSeparator()
                + group.kept()
                        .map(kept ->
                                "Without the bouts set aside:" + System.lineSeparator() + new SeedsReport(kept).words())
                        .orElse("");
    }

    private static List<String> row(String title, SeedSpread spread) {
        var row = new ArrayList<>(List.of(title, four(spread.mean()), known(spread) ? four(spread.spread()) : "-"));
        spread.values().forEach(value -> row.add(four(value)));
        return row;
    }

    /** Of one seed nobody knows how far others lie. */
    private static boolean known(SeedSpread spread) {
        return spread.values().size() > 1;
    }

    private static String four(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
