/**
 * What scientists take home from a study: agreement of annotators, time budgets, bouts, transitions, and how a model shifts
 * them; as values, tables and pictures, the same for window and command line.
 *
 * <p>Owns: where results come from and what their tables and pictures look like. In and out: a study becomes values of
 * {@code label} and {@code evaluation}, those become text and pictures. Must not: change a study, but for the adjudication
 * track. Start reading at {@link org.ethotag.workflow.result.StudyResults}.
 */
@NullMarked
package org.ethotag.workflow.result;

import org.jspecify.annotations.NullMarked;
