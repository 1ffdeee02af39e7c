package org.ethotag.workflow.result;

import java.util.List;
import org.ethotag.evaluation.BoutRule;

/**
 * What is to be counted and how it is to be shown.
 *
 * @param what the result
 * @param animals those that count; all if none is named
 * @param perDay whether a budget's picture has a bar per day instead of one per animal
 * @param binMinutes width of an actogram's bins; it divides a day
 * @param only behaviour whose share alone an actogram shows, or empty
 * @param doubled whether an actogram's rows show two days
 * @param rule what counts as one bout, for bouts and transitions
 */
public record ResultRequest(
        What what, List<String> animals, boolean perDay, int binMinutes, String only, boolean doubled, BoutRule rule) {
    /** Wide enough to see, narrow enough for a meal. */
    public static final int USUAL_BIN_MINUTES = 10;

    /** A result. */
    public enum What {
        /** Time per behaviour, animal and day. */
        BUDGET,
        /** Days as rows of clock time. */
        ACTOGRAM,
        /** Bouts, one by one and in numbers. */
        BOUTS,
        /** What follows what. */
        TRANSITIONS,
        /** How the budget shifts from the labels to the models of a run. */
        MODELS
    }

    public ResultRequest {
        animals = List.copyOf(animals);
    }

    /** As it is first shown. */
    public static ResultRequest usual(What what) {
        return new ResultRequest(what, List.of(), false, USUAL_BIN_MINUTES, "", false, BoutRule.EXACT);
    }
}
