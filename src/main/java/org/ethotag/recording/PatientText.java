package org.ethotag.recording;

import java.util.concurrent.atomic.AtomicInteger;
import org.ethotag.problem.ProblemException;

/**
 * A text that a pattern may look at only so often. A pattern may come from somebody else's preset, and some patterns take
 * longer than a life on a text of forty characters.
 *
 * @param looks so far; shared with the parts of the text
 */
public record PatientText(String text, String pattern, AtomicInteger looks) implements CharSequence {
    /** A sane pattern looks at each character a few times. */
    private static final int MOST_LOOKS = 2_000_000;

    public PatientText(String text, String pattern) {
        this(text, pattern, new AtomicInteger());
    }

    @Override
    public char charAt(int index) {
        if (looks.incrementAndGet() > MOST_LOOKS) {
            throw new ProblemException(
                    RecordingProblem.BAD_NAME_PATTERN, pattern, "It takes too long for the name " + text + ".");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
