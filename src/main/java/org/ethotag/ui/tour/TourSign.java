package org.ethotag.ui.tour;

/** How the program knows that a step was done: something that really happened to the tour's study. */
enum TourSign {
    /** The raw file has become a session. */
    SESSION_IMPORTED,
    /** Its trace is on the screen. */
    SESSION_OPENED,
    /** More of a session is labelled than when it was opened. */
    BOUT_LABELLED,
    /** The time budget is on the screen. */
    BUDGET_SEEN,
    /** A run holds students, and no training is under way. */
    STUDENT_TRAINED,
    /** Windows behind a cell of a matrix are listed. */
    CELL_OPENED,
    /** A run holds a student in integers. */
    STUDENT_QUANTIZED,
    /** A receipt says that a tag proved the model. */
    FLASH_VERIFIED,
    /** There is nothing to do but to read. */
    NOTHING
}
