package org.ethotag.workflow;

import java.util.List;
import java.util.Locale;
import org.ethotag.signal.Rotation;
import org.ethotag.study.MountedTag;
import org.ethotag.study.Mounting;

/**
 * How the tags of a study sit.
 *
 * @param tags every tag on an animal that recorded something, by animal
 */
public record StudyMountings(List<Sitting> tags) {
    public StudyMountings {
        tags = List.copyOf(tags);
    }

    /**
     * How one tag sits.
     *
     * @param on which tag on which animal
     * @param known what the study knows; one, or none
     * @param frame the frame that counts: the known one, or the tag's own axes
     * @param misfitDegrees how far its postures lie from those of the other animals, in their frames, root mean square over
     *     levels of activity; NaN if there is nothing to compare with
     * @param unlikeFromDegrees a larger misfit than this is unlike any of the others; NaN for fewer than three others
     * @param blocks how many blocks of its recordings that rests on
     */
    public record Sitting(
            MountedTag on,
            List<Mounting> known,
            Rotation frame,
            double misfitDegrees,
            double unlikeFromDegrees,
            int blocks) {
        public Sitting {
            known = List.copyOf(known);
        }

        /** That in words. */
        public String words() {
            return String.format(
                    Locale.ROOT,
                    "%s sits unlike anything that was learnt from: its postures lie %.0f degrees from the herd's, which is more"
                            + " than %.0f (mean and three standard deviations of the training animals).",
                    on.name(),
                    misfitDegrees,
                    unlikeFromDegrees);
        }

        /** Whether the tag sits unlike all others even in its frame: models learnt from them will not know it. */
        public boolean isUnlikeTheOthers() {
            return misfitDegrees > unlikeFromDegrees;
        }
    }
}
