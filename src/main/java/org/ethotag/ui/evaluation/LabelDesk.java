package org.ethotag.ui.evaluation;

import org.ethotag.signal.SampleRange;

/** Where labels are made: what the page of judging asks of it. */
public interface LabelDesk {
    /** Shows samples of a session, by its id, in the trace. */
    void open(String session, SampleRange range);

    /** Labels samples of a session with a behaviour's code, the same way as by hand: it can be undone. */
    void correct(String session, SampleRange range, String behaviour);
}
