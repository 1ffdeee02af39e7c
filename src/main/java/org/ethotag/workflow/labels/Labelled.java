package org.ethotag.workflow.labels;

import java.util.List;
import java.util.Optional;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.label.LabelTrack;

/**
 * What a file says about a session.
 *
 * @param bouts in the file's order; they may overlap
 * @param comments those with the samples of a bout are about it, others about a place; few formats have them
 */
public record Labelled(List<Bout> bouts, List<Comment> comments) {
    public Labelled {
        bouts = List.copyOf(bouts);
        comments = List.copyOf(comments);
    }

    /** Without comments. */
    public Labelled(List<Bout> bouts) {
        this(bouts, List.of());
    }

    public static Labelled of(LabelTrack track) {
        return new Labelled(track.bouts(), track.comments());
    }

    /** The comment on a bout; the first if there are several. */
    Optional<Comment> on(Bout bout) {
        return comments.stream().filter(c -> c.range().equals(bout.range())).findFirst();
    }
}
