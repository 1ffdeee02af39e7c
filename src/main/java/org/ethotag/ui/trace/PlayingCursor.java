package org.ethotag.ui.trace;

import org.ethotag.ui.trace.Playback.PlayRange;

/**
 * Keeps the cursor of a trace where its playback is, and the playback where the user puts the cursor. While it plays, the
 * view turns the page before the cursor leaves it. FX thread only.
 */
public final class PlayingCursor {
    /** The view turns when the cursor has come this far, as a part of its width ... */
    private static final double TURN_AT = 0.92;
    /** ... and then shows it here. */
    private static final double TURN_TO = 0.08;

    private final TraceViewModel trace;
    private final Playback playback;
    private boolean following;

    public PlayingCursor(TraceViewModel trace) {
        this.trace = trace;
        playback = new Playback(() -> trace.source()
                .map(source -> new PlayRange(source.length(), source.rate().hertz()))
                .orElse(new PlayRange(0, 1)));
        playback.positionProperty().subscribe(position -> follow(position.doubleValue()));
        trace.cursorProperty().subscribe(cursor -> lead(cursor.longValue()));
        trace.sourceProperty().subscribe(playback::pause);
    }

    public Playback playback() {
        return playback;
    }

    private void follow(double position) {
        long sample = (long) Math.floor(position);
        if (following || sample == trace.cursorProperty().get()) {
            return;
        }
        following = true;
        trace.moveCursor(sample);
        following = false;
        var view = trace.viewportProperty().get();
        if (playback.playingProperty().get() && view.xOf(position) > TURN_AT * view.width()) {
            trace.viewportProperty().set(view.startingAt(position - TURN_TO * view.width() * view.samplesPerPixel()));
        }
    }

    private void lead(long cursor) {
        if (!following
                && cursor != (long) Math.floor(playback.positionProperty().get())) {
            following = true;
            playback.moveTo((double) cursor);
            following = false;
        }
    }
}
