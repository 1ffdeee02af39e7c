package org.ethotag.flash;

import java.time.Instant;
import java.util.List;
import org.ethotag.problem.Problem;

/**
 * What came of flashing one tag: the proof, or what went wrong.
 *
 * @param serial of the tag, empty if none was found
 * @param hardware what the tag says it is, or empty
 * @param firmware version of its firmware, or empty
 * @param batteryPercent 0 to 100, or -1 if unknown
 * @param modelBefore id of the model that ran before, or empty if there was none or it is unknown
 * @param modelAfter id of the model that runs now, or empty if there is none or it is unknown
 * @param image name of the image file
 * @param imageSha256 of the whole file, 64 hex digits
 * @param selfTest what the tag itself said last of its run over the golden windows; none where it was not asked or cannot
 * @param goldenWindows how many golden windows gave, on the tag, bit for bit this computer's logits
 * @param outcome how it ended
 * @param sentBytes what the upload sent; 0 if the image was there already
 * @param unchecked what the tag could not tell
 * @param problems empty if verified, else the one that ended the job
 * @param line how well the line worked
 * @param started when the job began
 * @param ended when it was over
 */
public record FlashReceipt(
        String serial,
        String hardware,
        String firmware,
        int batteryPercent,
        String modelBefore,
        String modelAfter,
        String image,
        String imageSha256,
        SelfTest selfTest,
        int goldenWindows,
        FlashOutcome outcome,
        long sentBytes,
        List<FlashCheck> unchecked,
        List<Problem> problems,
        LineQuality line,
        Instant started,
        Instant ended) {
    public FlashReceipt {
        unchecked = List.copyOf(unchecked);
        problems = List.copyOf(problems);
    }

    /** Whether the new model runs and has proved itself. */
    public boolean verified() {
        return outcome == FlashOutcome.VERIFIED;
    }
}
