package org.ethotag.project;

import java.time.Instant;
import java.util.Objects;

/**
 * What the study remembers of one attempt to put a model onto a tag.
 *
 * @param tag serial number of the tag
 * @param animal id of the animal that wears it, or empty
 * @param modelId of the model, 16 hexadecimal digits, or empty if none was written
 * @param imageSha256 hash of the image, 64 hexadecimal digits
 * @param outcome how it ended, one word
 * @param verified whether the tag's answers on the golden windows were those of the PC
 * @param selfTest what the tag itself said of its run over the windows
 * @param goldenWindows how many windows were compared, 0 or more
 * @param time when it ended
 * @param firmware version that the tag reports, or empty
 * @param person who did it, as the computer knows them, or empty
 * @param batteryPercent of the tag, 0 to 100, or -1 if unknown
 * @param image name of the image's file, or empty
 * @param problem what went wrong, in words, or empty
 */
public record FlashRecord(
        String tag,
        String animal,
        String modelId,
        String imageSha256,
        String outcome,
        boolean verified,
        TagSelfTest selfTest,
        int goldenWindows,
        Instant time,
        String firmware,
        String person,
        int batteryPercent,
        String image,
        String problem) {
    public FlashRecord {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(problem, "problem");
        if (batteryPercent < -1 || batteryPercent > 100) {
            throw new IllegalArgumentException("not a battery: " + batteryPercent);
        }
        if (goldenWindows < 0) {
            throw new IllegalArgumentException("not a number of windows: " + goldenWindows);
        }
    }
}
