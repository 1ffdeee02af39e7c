package org.ethotag.project;

/**
 * How a label track in a backup differs from the same track now.
 *
 * @param session id of its session
 * @param sessionName as people call the session
 * @param track its name
 * @param boutsThen in the backup
 * @param boutsNow in the study
 * @param onlyThen bouts that the study does not have, or has otherwise: a restore brings them back
 * @param onlyNow bouts that the backup does not have: a restore takes them away
 */
public record TrackDifference(
        String session, String sessionName, String track, long boutsThen, long boutsNow, long onlyThen, long onlyNow) {}
