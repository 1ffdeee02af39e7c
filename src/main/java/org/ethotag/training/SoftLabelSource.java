package org.ethotag.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who says the soft labels that a student learns from.
 *
 * @param way whether the teachers learnt from the windows that they label
 * @param teacherSeeds one teacher each, whose probabilities at the temperature are averaged; empty for the fold's own teacher
 * @param unlabelled whether recordings without labels are labelled by the teachers and learnt from, too
 */
public record SoftLabelSource(Way way, List<Long> teacherSeeds, boolean unlabelled) {
    private static final String PREFIX = "softLabels.";

    /** Which teachers label the windows that have labels; a window without one is new to every teacher anyway. */
    public enum Way {
        /** Teachers that learnt from all labelled windows: cheap, but they label their own lessons too surely. */
        IN_FOLD,
        /** For every labelled animal teachers that learnt from all the others. */
        OUT_OF_FOLD;

        /** As options write it. */
        public String text() {
            return this == IN_FOLD ? "in-fold" : "out-of-fold";
        }
    }

    public SoftLabelSource {
        teacherSeeds = List.copyOf(teacherSeeds);
        if (teacherSeeds.stream().distinct().count() < teacherSeeds.size()) {
            throw new IllegalArgumentException("a teacher twice: " + teacherSeeds);
        }
    }

    /** The fold's own teacher, on labelled windows only. */
    public static SoftLabelSource standard() {
        return new SoftLabelSource(Way.IN_FOLD, List.of(), false);
    }

    /** The same with one teacher for each of those seeds. */
    public SoftLabelSource withTeacherSeeds(List<Long> seeds) {
        return new SoftLabelSource(way, seeds, unlabelled);
    }

    /** Whether it is what a fold does when nothing is said. */
    public boolean isStandard() {
        return equals(standard());
    }

    /** In words, for reports: {@code in fold, mean of 3 teachers}. */
    public String words() {
        var words = new ArrayList<String>();
        words.add(way == Way.IN_FOLD ? "soft labels made in fold" : "soft labels made out of fold");
        if (teacherSeeds.size() > 1) {
            words.add("mean of " + teacherSeeds.size() + " teachers");
        }
        if (unlabelled) {
            words.add("on unlabelled recordings, too");
        }
        return String.join(", ", words);
    }

    /** As lines; none for the standard source, so that recipes and manifests are what they were before there was a choice. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        if (!isStandard()) {
            values.put(PREFIX + "way", way.name());
            values.put(
                    PREFIX + "teacherSeeds",
                    teacherSeeds.stream().map(String::valueOf).collect(Collectors.joining(",")));
            values.put(PREFIX + "unlabelled", String.valueOf(unlabelled));
        }
        return values;
    }

    /** @throws org.ethotag.problem.ProblemException if a value does not fit */
    static SoftLabelSource parse(KeyedLines lines) {
        if (!lines.values().containsKey(PREFIX + "way")) {
            return standard();
        }
        var seeds = Arrays.stream(lines.text(PREFIX + "teacherSeeds").split(","))
                .filter(seed -> !seed.isEmpty())
                .map(Long::valueOf)
                .toList();
        return new SoftLabelSource(lines.oneOf(Way.class, PREFIX + "way"), seeds, lines.yes(PREFIX + "unlabelled"));
    }
}
