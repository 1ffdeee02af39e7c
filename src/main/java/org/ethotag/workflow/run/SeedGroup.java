package org.ethotag.workflow.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ethotag.evaluation.Scores;
import org.ethotag.evaluation.SeedSpread;
import org.ethotag.project.RunManifest;

/**
 * The same run with several seeds.
 *
 * @param comparisons one per seed, lowest seed first, all of the same models
 */
public record SeedGroup(List<Comparison> comparisons) {
    public SeedGroup {
        comparisons = List.copyOf(comparisons);
    }

    /** Of those runs, the newest for each seed whose settings and data are those of {@code run}, itself among them. */
    public static List<RunManifest> like(RunManifest run, List<RunManifest> runs) {
        var perSeed = new TreeMap<Long, RunManifest>();
        runs.stream().filter(one -> recipe(one).equals(recipe(run))).forEach(one -> perSeed.put(one.seed(), one));
        perSeed.put(run.seed(), run);
        return List.copyOf(perSeed.values());
    }

    /** What must be equal. A protocol's words may name a seed. */
    private static Map<String, String> recipe(RunManifest run) {
        var recipe = new TreeMap<>(run.settings());
        recipe.keySet().removeIf(key -> key.endsWith("seed") || key.equals(RunArchive.PROTOCOL));
        recipe.put("kind", run.kind());
        for (String input : List.of(RunArchive.DATASET, RunArchive.TEACHER_RUN)) {
            recipe.put(input, run.inputs().getOrDefault(input, ""));
        }
        return recipe;
    }

    /** The same without the windows that a rule sets aside; empty if none does or nothing is left. */
    public Optional<SeedGroup> kept() {
        var kept = comparisons.stream()
                .filter(comparison -> !comparison.aside().isNone())
                .map(Comparison::kept)
                .filter(comparison -> !comparison.windows().isEmpty())
                .toList();
        return kept.size() < comparisons.size() ? Optional.empty() : Optional.of(new SeedGroup(kept));
    }

    /** The seeds, in order. */
    public List<Long> seeds() {
        return comparisons.stream().map(Comparison::seed).toList();
    }

    /** MCC over the seeds by the model's title, in the models' order; only models that every seed has. */
    public Map<String, SeedSpread> mcc() {
        var spreads = new LinkedHashMap<String, SeedSpread>();
        for (var model : comparisons.getFirst().models()) {
            var values = new ArrayList<Double>();
            for (Comparison one : comparisons) {
                one.models().stream()
                        .filter(same -> same.title().equals(model.title()))
                        .findFirst()
                        .ifPresent(same ->
                                values.add(Scores.of(one.predictions(same)).mcc()));
            }
            if (values.size() == comparisons.size()) {
                spreads.put(model.title(), new SeedSpread(values));
            }
        }
        return spreads;
    }

    /** What may be said about models of one size, and about each and the teacher, in sentences. */
    public List<String> verdicts() {
        var sentences = new ArrayList<String>();
        var spreads = mcc();
        var models = comparisons.getFirst().models();
        for (int i = 0; i < models.size(); i++) {
            for (int k = i + 1; k < models.size(); k++) {
                var first = models.get(i);
                var second = models.get(k);
                boolean known = spreads.containsKey(first.title()) && spreads.containsKey(second.title());
                if (known && (first.hidden() == 0 || first.hidden() == second.hidden())) {
                    sentences.add(SeedSpread.verdict(
                            second.title(),
                            Objects.requireNonNull(spreads.get(second.title())),
                            first.title(),
                            Objects.requireNonNull(spreads.get(first.title()))));
                }
            }
        }
        return sentences;
    }
}
