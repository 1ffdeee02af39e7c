package org.ethotag.recording;

import java.time.Duration;
import java.time.Instant;

/**
 * The same moment in a video and in a recording.
 *
 * @param video since the first frame, 0 or more
 * @param time by the recording's clock
 */
public record VideoAnchor(Duration video, Instant time) {
    public VideoAnchor {
        if (video.isNegative()) {
            throw new IllegalArgumentException("before the first frame: " + video);
        }
    }
}
