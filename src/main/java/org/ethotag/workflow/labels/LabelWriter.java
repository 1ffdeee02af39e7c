package org.ethotag.workflow.labels;

import java.io.IOException;

/** One way to write labels as text. */
interface LabelWriter {
    /** Writes bouts, which are in the order of their begin, and comments if the format has them. */
    void write(Labelled labels, Appendable out) throws IOException;
}
