package org.ethotag.project;

/**
 * What a change of a behaviour that is in use would touch.
 *
 * @param sessions with a bout of it, 0 or more
 * @param tracks with a bout of it, those that were removed and can come back too
 * @param bouts of it
 * @param seconds that these bouts last together
 * @param runs in the study; they keep the names and numbers they were made with, whatever happens to the labels
 */
public record BehaviourTouch(long sessions, long tracks, long bouts, double seconds, long runs) {
    /** Whether any label has it. */
    public boolean inUse() {
        return bouts > 0;
    }
}
