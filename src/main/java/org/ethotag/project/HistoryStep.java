package org.ethotag.project;

import java.util.Objects;
import org.ethotag.label.LabelTrack;

/**
 * One step backward or forward in a session's history.
 *
 * @param editName what was undone or redone, in the user's words
 * @param labels the track that it belongs to, after the step
 */
public record HistoryStep(String editName, LabelTrack labels) {
    public HistoryStep {
        Objects.requireNonNull(editName, "editName");
        Objects.requireNonNull(labels, "labels");
    }
}
