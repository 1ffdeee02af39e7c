package org.ethotag.project;

import java.time.Instant;

/**
 * What is saved of one label track.
 *
 * @param session id of its session
 * @param sessionName as people call the session
 * @param animal that wore the tag
 * @param track its name
 * @param bouts how many, 0 or more
 * @param labelledSamples sum of their lengths
 * @param edits in its history, undone ones too
 * @param lastEdit when the newest of them was made; 1970 if there is none
 */
public record TrackContent(
        String session,
        String sessionName,
        String animal,
        String track,
        long bouts,
        long labelledSamples,
        long edits,
        Instant lastEdit) {}
