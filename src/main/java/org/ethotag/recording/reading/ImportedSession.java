package org.ethotag.recording.reading;

import java.util.List;
import org.ethotag.recording.Session;

/**
 * What an import made. Its trace is in the store.
 *
 * @param session for the study to keep
 * @param labels in order, not overlapping; none if the file had none
 * @param report what was found
 */
public record ImportedSession(Session session, List<ImportedLabel> labels, ImportReport report) {
    public ImportedSession {
        labels = List.copyOf(labels);
    }
}
