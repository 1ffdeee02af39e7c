package org.ethotag.training;

import java.util.Map;

/** Settings of learning as lines of text: what a fold's job and a run's manifest keep, so that both can be made again. */
public final class SettingsText {
    private SettingsText() {}

    /**
     * How a network is trained.
     *
     * @param who what is trained, for example "teacher": the keys begin with it and a dot
     */
    public static Map<String, String> of(String who, TrainingSettings settings) {
        return FoldSettings.values(who + ".", settings);
    }

    /** How much a student listens. */
    public static Map<String, String> of(DistillationSettings settings) {
        return FoldSettings.values(settings);
    }

    /**
     * What {@link #of(String, TrainingSettings)} wrote.
     *
     * @param source where the lines come from, for those who have to repair them
     * @throws org.ethotag.problem.ProblemException if a key is missing or its value does not fit
     */
    public static TrainingSettings training(String source, Map<String, String> values, String who) {
        return FoldSettings.training(lines(source, values), who + ".");
    }

    /**
     * What {@link #of(DistillationSettings)} wrote.
     *
     * @throws org.ethotag.problem.ProblemException if a key is missing or its value does not fit
     */
    public static DistillationSettings distillation(String source, Map<String, String> values) {
        var lines = lines(source, values);
        return new DistillationSettings(lines.number("distillation.temperature"), lines.number("distillation.alpha"));
    }

    /** Who says the soft labels; no line for the standard source. */
    public static Map<String, String> of(SoftLabelSource source) {
        return source.values();
    }

    /**
     * What {@link #of(SoftLabelSource)} wrote; the standard source if nothing was.
     *
     * @throws org.ethotag.problem.ProblemException if a value does not fit
     */
    public static SoftLabelSource softLabels(String source, Map<String, String> values) {
        return SoftLabelSource.parse(lines(source, values));
    }

    private static KeyedLines lines(String source, Map<String, String> values) {
        return KeyedLines.of(source, values);
    }
}
