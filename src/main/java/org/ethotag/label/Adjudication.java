package org.ethotag.label;

import java.util.List;
import org.ethotag.signal.SampleRange;

/** A third track that settles what two others say differently; all of it are edits that the study keeps and can undo. */
public final class Adjudication {
    /** What the third track is called when nobody names it. */
    public static final String USUAL_TRACK = "adjudicated";

    private Adjudication() {}

    /** The edit that puts down what both tracks agree on, where the third track says nothing yet; its bouts stay. */
    public static LabelEdit start(LabelTrack first, LabelTrack second, LabelTrack settled, SampleRange within) {
        var track = LabelTrack.of(settled.name(), Agreement.agreed(first, second, within));
        for (Bout bout : settled.cut(within)) {
            track = track.apply(new LabelEdit.Label(bout.range(), bout.behaviour()));
        }
        return new LabelEdit.Restore(within, track.bouts());
    }

    /** Whether the third track says something about all of a stretch. */
    public static boolean isSettled(LabelTrack settled, SampleRange range) {
        return settled.cut(range).stream()
                        .mapToLong(bout -> bout.range().length())
                        .sum()
                == range.length();
    }

    /** The behaviours that the third track has in a stretch, in order, each once. */
    public static List<String> verdict(LabelTrack settled, SampleRange range) {
        return settled.cut(range).stream().map(Bout::behaviour).distinct().toList();
    }
}
