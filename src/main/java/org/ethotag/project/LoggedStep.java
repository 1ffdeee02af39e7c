package org.ethotag.project;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step as the log of a study has it.
 *
 * @param number its place in the log, rising, from 1
 * @param kind what was done
 * @param began when
 * @param took how long
 * @param outcome what became of it
 * @param problem what was wrong, in a sentence, or empty
 * @param settings what was asked for, by name
 * @param inputs hashes and ids of what it worked on, by name
 * @param results hashes and ids of what it made, by name
 */
public record LoggedStep(
        long number,
        StepKind kind,
        Instant began,
        Duration took,
        Outcome outcome,
        String problem,
        Map<String, String> settings,
        Map<String, String> inputs,
        Map<String, String> results) {
    public LoggedStep {
        settings = sorted(settings);
        inputs = sorted(inputs);
        results = sorted(results);
    }

    /** What became of a step. */
    public enum Outcome {
        /** It is under way, or the program ended before it did. */
        BEGUN,
        DONE,
        FAILED,
        /** By somebody's wish. */
        STOPPED;

        /** The word for it in a study and in a log file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is no such outcome */
        public static Outcome of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A setting, or nothing if it was not asked for. */
    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    /** Whether it holds in the study: a step that failed or was stopped left nothing. */
    public boolean holds() {
        return outcome == Outcome.DONE;
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
