package org.ethotag.ui.trace;

import java.util.List;

/**
 * What one picture of a trace is made from.
 *
 * @param source the recording
 * @param view which part of it
 * @param values scale of the lanes in g
 * @param axis ticks of time
 * @param lanes what is shown, from top to bottom
 * @param cursor sample of the cursor or of the mouse
 * @param palette colours
 * @param scale pixels of the screen per pixel of the layout
 */
record Frame(
        TraceSource source,
        TraceViewport view,
        ValueScale values,
        TraceAxis axis,
        List<Lane> lanes,
        long cursor,
        TracePalette palette,
        double scale) {
    /** Pixels of the screen for a length of the layout, at least 1. */
    int pixels(double length) {
        return (int) Math.max(1, Math.round(length * scale));
    }
}
