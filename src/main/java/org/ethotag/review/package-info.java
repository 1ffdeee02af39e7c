/**
 * Which labels a person should look at again.
 *
 * <p>Owns: what models say window by window, how that becomes labels, and which labels it puts in doubt. In and out:
 * probabilities and labels in, bouts and ranked doubts out. Must not: train, store or show anything. Start reading at
 * {@link org.ethotag.review.LabelDoubts}.
 */
@NullMarked
package org.ethotag.review;

import org.jspecify.annotations.NullMarked;
