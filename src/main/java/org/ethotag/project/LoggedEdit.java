package org.ethotag.project;

import java.time.Instant;
import java.util.Locale;
import org.ethotag.label.LabelEdit;

/**
 * One edit as the study's log has it.
 *
 * @param track name of the track
 * @param name of the edit, in the user's words
 * @param made when
 * @param state whether it holds
 * @param edit what was done
 */
public record LoggedEdit(String track, String name, Instant made, State state, LabelEdit edit) {
    /** Whether an edit holds. */
    public enum State {
        /** Came with the import and is never undone. */
        BASE,
        /** Holds. */
        DONE,
        /** Was undone and can be redone. */
        UNDONE,
        /** Was undone, and another edit was made instead. */
        DROPPED;

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
