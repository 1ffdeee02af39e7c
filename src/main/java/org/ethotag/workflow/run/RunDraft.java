package org.ethotag.workflow.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.project.Score;

/**
 * A run that was computed and is not kept yet: what a study keeps of it, but for its name and its time. Making the same run
 * again gives an equal draft, which is how a run is verified.
 *
 * @param kind what it is
 * @param settings all settings that shaped the result, by name
 * @param inputs hashes of the data and ids of the runs it came from, by name
 * @param seed of all that is random
 * @param versions of the engine and whatever else shaped the result
 * @param models files with weights and what belongs to them, by name; callers must not change the arrays
 * @param comparison what its models said; without models if it judged nothing
 * @param furtherScores scores that do not follow from the comparison
 */
public record RunDraft(
        RunKind kind,
        Map<String, String> settings,
        Map<String, String> inputs,
        long seed,
        Map<String, String> versions,
        Map<String, byte[]> models,
        Comparison comparison,
        List<Score> furtherScores) {
    /** Every file of the run by name: those with weights, predictions and probabilities, and what was set aside. */
    public Map<String, byte[]> files() {
        var all = new LinkedHashMap<>(models);
        if (!comparison.models().isEmpty()) {
            all.put(RunFiles.PREDICTIONS, PredictionsCsv.write(comparison));
            all.put(RunFiles.PROBABILITIES, ProbabilitiesFile.write(comparison));
        }
        if (!comparison.aside().isNone()) {
            all.put(RunFiles.SET_ASIDE, comparison.aside().csv());
        }
        return all;
    }
}
