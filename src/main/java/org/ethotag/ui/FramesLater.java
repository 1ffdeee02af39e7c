package org.ethotag.ui;

import javafx.animation.AnimationTimer;

/** Does something when some more frames have begun. */
final class FramesLater extends AnimationTimer {
    private final Runnable action;
    private int frames;

    FramesLater(int frames, Runnable action) {
        this.frames = frames;
        this.action = action;
    }

    @Override
    public void handle(long nanos) {
        if (frames-- == 0) {
            stop();
            action.run();
        }
    }
}
