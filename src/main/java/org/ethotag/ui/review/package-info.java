/**
 * The review page beside the trace: labels in doubt one after the other, and pre-labels by models.
 *
 * <p>Owns: the queue as people go through it. In and out: what the workflow lists in, edits and decisions out. Must not:
 * rank. Start reading at {@link org.ethotag.ui.review.ReviewViewModel}.
 */
@NullMarked
package org.ethotag.ui.review;

import org.jspecify.annotations.NullMarked;
