package org.ethotag.flash.rollcall;

/**
 * One tag of the list and what became of it.
 *
 * @param entry animal and tag
 * @param state where it stands
 * @param fraction of the work that is done, 0 to 1, while it is being flashed
 * @param doing what is being done, while it is being flashed
 * @param result what came of the last attempt
 */
public record RollCallRow(
        RollCallEntry entry, RollCallState state, double fraction, String doing, RollCallResult result) {
    static RollCallRow due(RollCallEntry entry) {
        return new RollCallRow(entry, RollCallState.DUE, 0, "", RollCallResult.none());
    }

    RollCallRow working(double newFraction, String newDoing) {
        return new RollCallRow(entry, RollCallState.WORKING, newFraction, newDoing, result);
    }

    RollCallRow ended(RollCallState newState, RollCallResult newResult) {
        return new RollCallRow(entry, newState, 0, "", newResult);
    }
}
