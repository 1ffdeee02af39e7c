package org.ethotag.ui.tour;

/**
 * One step of the tour; its texts are {@code tour.ID.title} and {@code tour.ID.text}.
 *
 * @param page id of the page that it happens on
 * @param target selector of the control that it talks about, or empty
 * @param sign how it is known to be done
 * @param errand what its button does, if it has one
 */
record TourStep(String id, String page, String target, TourSign sign, TourErrand errand) {}
