package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ethotag.project.RunManifest;
import org.ethotag.project.Score;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunDraft;

/**
 * A run and the same run made again.
 *
 * @param run id of the run
 * @param parts every file, input, setting and score, in order
 * @param versions what is of another version now than it was then, by name, as "then, now"; an explanation, not a verdict
 */
public record RunVerification(String run, List<Part> parts, Map<String, String> versions) {
    /**
     * One thing that must be equal.
     *
     * @param name of the file, input, setting or score
     * @param kept what the study has: a hash, or a number
     * @param again what came out now; empty if nothing did
     */
    public record Part(String name, String kept, String again) {
        /** Whether both are equal to the last bit. */
        public boolean same() {
            return kept.equals(again);
        }
    }

    public RunVerification {
        parts = List.copyOf(parts);
        versions = Map.copyOf(versions);
    }

    /** Whether everything came out the same. */
    public boolean same() {
        return parts.stream().allMatch(Part::same);
    }

    /** What came out differently. */
    public List<Part> differences() {
        return parts.stream().filter(part -> !part.same()).toList();
    }

    /**
     * Compares.
     *
     * @param keptFiles SHA-256 of each file by its name
     */
    static RunVerification of(RunManifest kept, Map<String, String> keptFiles, List<Score> keptScores, RunDraft again) {
        var parts = new ArrayList<Part>();
        var files = new TreeMap<String, String>();
        again.files().forEach((name, bytes) -> files.put(name, StudyHashes.sha256(bytes)));
        add(parts, "file ", keptFiles, files);
        add(parts, "input ", kept.inputs(), again.inputs());
        add(parts, "setting ", kept.settings(), again.settings());
        add(parts, "score ", text(keptScores), text(RunArchive.scores(again)));
        var versions = new TreeMap<String, String>();
        RunArchive.versions(again).forEach((name, now) -> {
            var then = kept.versions().getOrDefault(name, "not said");
            if (!then.equals(now)) {
                versions.put(name, then + ", " + now);
            }
        });
        return new RunVerification(kept.id(), parts, versions);
    }

    private static void add(List<Part> parts, String kind, Map<String, String> kept, Map<String, String> again) {
        var names = new TreeSet<>(kept.keySet());
        names.addAll(again.keySet());
        names.forEach(
                name -> parts.add(new Part(kind + name, kept.getOrDefault(name, ""), again.getOrDefault(name, ""))));
    }

    /** Every digit of every score; what is not a number is kept as such. */
    private static Map<String, String> text(List<Score> scores) {
        var text = new TreeMap<String, String>();
        scores.forEach(score ->
                text.put(score.model() + " " + score.metric(), Objects.toString(score.value() + 0.0))); // -0 is 0
        return text;
    }
}
