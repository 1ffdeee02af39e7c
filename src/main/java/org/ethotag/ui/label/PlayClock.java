package org.ethotag.ui.label;

import javafx.animation.AnimationTimer;
import org.ethotag.ui.trace.Playback;

/** Drives a playback by the frames of the window, as long as nobody else does. */
final class PlayClock extends AnimationTimer {
    private static final double NANOS = 1e9;

    private final Playback playback;
    private long before = -1;

    PlayClock(Playback playback) {
        this.playback = playback;
    }

    /** Runs from now on whenever the playback plays and nobody else drives it. */
    void follow() {
        playback.playingProperty().subscribe(this::change);
        playback.drivenProperty().subscribe(this::change);
    }

    private void change() {
        stop();
        before = -1;
        if (playback.playingProperty().get() && !playback.drivenProperty().get()) {
            start();
        }
    }

    @Override
    public void handle(long nanos) {
        if (before >= 0) {
            playback.advance((nanos - before) / NANOS);
        }
        before = nanos;
    }
}
