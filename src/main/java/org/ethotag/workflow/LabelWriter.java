package org.ethotag.workflow;

import java.io.IOException;
import java.util.List;
import org.ethotag.label.Bout;

/** One way to write bouts as text. */
interface LabelWriter {
    /** Writes bouts that are in order and do not overlap. */
    void write(List<Bout> bouts, Appendable out) throws IOException;
}
