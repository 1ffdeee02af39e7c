/**
 * The page of judging.
 *
 * <p>Owns: confusion matrices side by side and the windows behind every number. In and out: a run's answers become matrices, a cell becomes a list of windows.
 * Must not: compute scores itself. Start reading at {@link org.ethotag.ui.evaluation.ComparisonViewModel}.
 */
@NullMarked
package org.ethotag.ui.evaluation;

import org.jspecify.annotations.NullMarked;
