/**
 * Owns: the guided tour from a raw file to a verified virtual tag, on a study of its own. In: what the other pages' view
 * models show; out: a panel below the page and a ring around the control that it talks about. Must not: do a step for
 * the user other than where a step says so, or touch another study. Start reading at {@link org.ethotag.ui.tour.Tour}.
 */
@NullMarked
package org.ethotag.ui.tour;

import org.jspecify.annotations.NullMarked;
