package org.ethotag.ui.tour;

/** What a step offers to do for the user, because it would need knowledge that the tour cannot ask for. */
enum TourErrand {
    NONE,
    /** Opens the import window on the tour's raw file, wherever that lies. */
    IMPORT_RAW_FILE,
    /** Sets the training to networks and epochs that take about a minute. */
    QUICK_TRAINING
}
