package org.ethotag.ui.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a lane lies.
 *
 * @param lane what it shows
 * @param top first row
 * @param bottom one past the last row
 */
record LaneStrip(Lane lane, int top, int bottom) {
    /** Shares out rows from the top to the bottom. */
    static List<LaneStrip> of(List<Lane> lanes, int height) {
        double all = lanes.stream().mapToDouble(Lane::weight).sum();
        var strips = new ArrayList<LaneStrip>();
        double above = 0;
        for (Lane lane : lanes) {
            double below = above + lane.weight();
            strips.add(new LaneStrip(
                    lane, (int) Math.round(height * above / all), (int) Math.round(height * below / all)));
            above = below;
        }
        return strips;
    }

    int height() {
        return bottom - top;
    }
}
