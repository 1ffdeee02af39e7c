package org.ethotag.ui;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Does something once: as soon as it may, at the latest after a while. FX thread only. */
final class FirstSight {
    private final Runnable action;
    private boolean done;

    FirstSight(Runnable action) {
        this.action = action;
    }

    /** Does it now if it may. */
    void when(boolean may) {
        if (may && !done) {
            done = true;
            action.run();
        }
    }

    /** Does it after a while if it has not been done by then. */
    void atLatest(Duration wait) {
        var pause = new PauseTransition(wait);
        pause.setOnFinished(_ -> when(true));
        pause.play();
    }
}
