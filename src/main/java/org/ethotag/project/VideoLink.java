package org.ethotag.project;

import org.ethotag.recording.VideoClock;
import org.ethotag.recording.VideoFile;

/**
 * The video of a session.
 *
 * @param file where it lies
 * @param clock which moment of the recording each moment of it shows
 */
public record VideoLink(VideoFile file, VideoClock clock) {
    /** The same video by another clock. */
    public VideoLink with(VideoClock other) {
        return new VideoLink(file, other);
    }
}
