package org.ethotag.project;

/** A session was asked for that the study does not have: a mistake of the caller, not damage of the study. */
final class UnknownSession extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnknownSession(String session) {
        super("no session " + session);
    }
}
