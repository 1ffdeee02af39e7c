package org.ethotag.workflow;

/**
 * What a model labelled of one session.
 *
 * @param session id of the session
 * @param animal id of the animal
 * @param track name of the track that has the labels now
 * @param windows how many windows were judged; 0 if no stretch is long enough
 * @param bouts how many bouts they made
 * @param samples how many samples have a label
 * @param confidence what the model gave its own answers, mean over the windows, 0 to 1; NaN without windows
 * @param learnt whether the model learnt from this animal, so that it is surer than it would be of another one
 */
public record Prelabelled(
        String session,
        String animal,
        String track,
        int windows,
        int bouts,
        long samples,
        double confidence,
        boolean learnt) {}
