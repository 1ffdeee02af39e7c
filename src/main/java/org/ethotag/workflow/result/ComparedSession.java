package org.ethotag.workflow.result;

import java.util.List;
import org.ethotag.label.Agreement;
import org.ethotag.label.Disagreement;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;

/**
 * Two tracks of one session.
 *
 * @param session whose tracks they are
 * @param within the stretch that both observers worked on
 * @param agreement how far they agree in it
 * @param blocks the same in blocks of time, for uncertainty; empty if other sessions are compared too
 * @param disagreements what they say differently in it, in order
 */
public record ComparedSession(
        Session session,
        SampleRange within,
        Agreement agreement,
        List<Agreement> blocks,
        List<Disagreement> disagreements) {
    public ComparedSession {
        blocks = List.copyOf(blocks);
        disagreements = List.copyOf(disagreements);
    }
}
