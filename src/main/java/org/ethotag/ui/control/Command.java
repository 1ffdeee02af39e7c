package org.ethotag.ui.control;

import javafx.beans.value.ObservableValue;

/**
 * Something that the user can have done, by a key, a button or the palette.
 *
 * @param id short and stable: key maps refer to it
 * @param title what it does, in the user's words
 * @param off whether it cannot be done at the moment
 * @param action does it
 */
public record Command(String id, String title, ObservableValue<Boolean> off, Runnable action) {
    /** Does it, if it can be done. */
    public void run() {
        if (!off.getValue()) {
            action.run();
        }
    }
}
