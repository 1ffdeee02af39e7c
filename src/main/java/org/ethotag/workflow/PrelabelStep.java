package org.ethotag.workflow;

import java.util.List;

/**
 * Lets a trained model label sessions, each on a track of the model's own.
 *
 * @param run id of a teacher, of students (the distilled one labels) or of a student in integers
 * @param sessions ids
 * @param track name of the track, or empty for {@link #trackOf}
 * @param strideSamples from one window to the next, or 0 for a quarter of the window, as the tag slides it
 */
public record PrelabelStep(String run, List<String> sessions, String track, int strideSamples) implements Step {
    public PrelabelStep {
        sessions = List.copyOf(sessions);
        if (strideSamples < 0) {
            throw new IllegalArgumentException("a stride of " + strideSamples);
        }
    }

    /** The usual name of a run's track. */
    public static String trackOf(String run) {
        return "model: " + run;
    }

    String trackName() {
        return track.isBlank() ? trackOf(run) : track.strip();
    }
}
