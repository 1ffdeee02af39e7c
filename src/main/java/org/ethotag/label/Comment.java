package org.ethotag.label;

import java.util.Comparator;
import org.ethotag.signal.SampleRange;

/**
 * What somebody wrote about a bout or a place.
 *
 * @param range the samples that it is about, at least one; those of a bout if it is about that
 * @param text one line or more, not blank
 */
public record Comment(SampleRange range, String text) implements Comparable<Comment> {
    private static final Comparator<Comment> ORDER =
            Comparator.comparing(Comment::range).thenComparing(Comment::text);

    public Comment {
        if (range.isEmpty() || text.isBlank()) {
            throw new IllegalArgumentException("a comment has a place and a text, not " + range + " " + text);
        }
    }

    @Override
    public int compareTo(Comment other) {
        return ORDER.compare(this, other);
    }
}
