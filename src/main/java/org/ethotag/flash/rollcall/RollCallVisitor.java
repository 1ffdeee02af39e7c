package org.ethotag.flash.rollcall;

import org.ethotag.problem.Problem;

/**
 * Something that is plugged in and is not flashed.
 *
 * @param place the port
 * @param serial its serial number, or empty
 * @param kind why it is left alone
 * @param problem the same in words, with what to do
 */
public record RollCallVisitor(String place, String serial, Kind kind, Problem problem) {
    /** Why something is left alone. */
    public enum Kind {
        /** Its tag is not in the list. */
        NOT_IN_LIST,
        /** It has been done. */
        ALREADY_DONE,
        /** It cannot be asked who it is. */
        TROUBLED
    }
}
