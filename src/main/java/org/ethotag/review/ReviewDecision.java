package org.ethotag.review;

import java.util.Locale;
import org.ethotag.signal.SampleRange;

/**
 * What somebody said about a stretch of labels.
 *
 * @param list what it was listed by: the id of a run
 * @param session id of the session
 * @param range its samples
 * @param label code of the behaviour that it was labelled with; the decision holds while it still is
 * @param verdict what was said
 */
public record ReviewDecision(String list, String session, SampleRange range, String label, Verdict verdict) {
    /** What can be said. */
    public enum Verdict {
        /** The label is right. */
        ACCEPTED,
        /** It is another behaviour; the label was changed. */
        CORRECTED,
        /** Not now. */
        SKIPPED;

        /** As the study keeps it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if it is no such word */
        public static Verdict of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
