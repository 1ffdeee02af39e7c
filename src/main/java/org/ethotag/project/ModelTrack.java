package org.ethotag.project;

import org.ethotag.review.WindowAnswers.Origin;

/**
 * A track that a model labelled.
 *
 * @param session id of the session
 * @param track its name
 * @param origin the model
 * @param windows how many windows it judged
 */
public record ModelTrack(String session, String track, Origin origin, int windows) {}
