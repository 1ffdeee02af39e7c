package org.ethotag.workflow.labels;

import org.ethotag.problem.ProblemException;

/** One way to write bouts as text and to read them back. */
interface LabelCodec extends LabelWriter {
    /**
     * Bouts, in the order of the text, and comments.
     *
     * @param file its name, for messages
     * @throws ProblemException with the line, if the text is not of the format
     */
    Labelled read(String text, String file);
}
