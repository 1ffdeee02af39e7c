package org.ethotag.dataset;

import org.ethotag.signal.SampleRange;

/**
 * One example: a piece of one session with one label.
 *
 * @param session id of the session it was cut from
 * @param animal id of the animal
 * @param range where it lies in the session
 * @param label index into the dataset's classes, or {@link #UNLABELLED}
 */
public record Window(String session, String animal, SampleRange range, int label) {
    /** The label of a window of which nobody said what it shows; only a teacher's answers can teach it. */
    public static final int UNLABELLED = -1;

    /** Whether somebody said what it shows. */
    public boolean isLabelled() {
        return label != UNLABELLED;
    }

    /** The same piece without its label. */
    public Window withoutLabel() {
        return new Window(session, animal, range, UNLABELLED);
    }
}
