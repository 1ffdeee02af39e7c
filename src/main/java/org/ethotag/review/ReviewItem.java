package org.ethotag.review;

import java.util.Objects;
import org.ethotag.signal.SampleRange;

/**
 * A stretch of labels that somebody should look at.
 *
 * @param session id of the session
 * @param animal id of the animal
 * @param range its samples
 * @param label code of the behaviour that it is labelled with now
 * @param suggested name of the class that the model thinks likelier, or the label's own where it is only unsure
 * @param reason why it is listed
 * @param labelProbability what the model gives the label, mean over the stretch, 0 to 1
 * @param suggestedProbability what it gives the suggested class, mean over the stretch, 0 to 1
 * @param windows how many windows the means are taken over
 */
public record ReviewItem(
        String session,
        String animal,
        SampleRange range,
        String label,
        String suggested,
        Reason reason,
        double labelProbability,
        double suggestedProbability,
        int windows) {
    /** Why a stretch is listed. */
    public enum Reason {
        /** A model that never saw the animal surely says something else on most of a bout. */
        BOUT_CONTRADICTED,
        /** It surely says something else on a part of a bout. */
        PART_CONTRADICTED,
        /** The model that labelled it was not sure. */
        UNSURE,
        /** Another recording of the animal at the same time has a label, too. */
        OVERLAPPING,
        /** It is too lively or too still for its label. */
        IMPLAUSIBLE
    }

    public ReviewItem {
        Objects.requireNonNull(range, "range");
    }
}
