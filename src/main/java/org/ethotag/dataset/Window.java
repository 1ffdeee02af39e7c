package org.ethotag.dataset;

import org.ethotag.signal.SampleRange;

/**
 * One example: a piece of one session with one label.
 *
 * @param session id of the session it was cut from
 * @param animal id of the animal
 * @param range where it lies in the session
 * @param label index into the dataset's classes
 */
public record Window(String session, String animal, SampleRange range, int label) {}
