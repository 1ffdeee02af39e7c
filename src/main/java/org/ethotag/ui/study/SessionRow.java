package org.ethotag.ui.study;

import org.ethotag.recording.Session;

/**
 * One session as lists show it.
 *
 * @param session the session
 * @param labelledSamples how many samples have a label on the main track
 * @param bouts on the main track
 */
public record SessionRow(Session session, long labelledSamples, int bouts) {
    /** The labelled share, 0 to 1. */
    public double labelledFraction() {
        return session.lengthSamples() == 0 ? 0 : (double) labelledSamples / session.lengthSamples();
    }
}
