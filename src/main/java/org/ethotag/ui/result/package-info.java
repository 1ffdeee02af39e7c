/**
 * The results page: agreement, time budgets, actograms, bouts, transitions, and how models shift them.
 *
 * <p>Owns: what is shown of results, and the list of disagreements with its verdicts. In and out: choices become requests to
 * {@code workflow.result}, reports become pictures and tables. Must not: count anything. Start reading at
 * {@link org.ethotag.ui.result.ResultViewModel}.
 */
@NullMarked
package org.ethotag.ui.result;

import org.jspecify.annotations.NullMarked;
