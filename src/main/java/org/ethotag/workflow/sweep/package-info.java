/**
 * Where distillation pays: a grid of students over sizes, labelled animals and sources of soft labels, and what came out.
 *
 * <p>Owns: the grid, its cells, the scores of every cell with every seed, their tables and their chart. In and out: scores
 * become rows and a {@link org.ethotag.picture.Picture}. Must not: train. Start reading at
 * {@link org.ethotag.workflow.sweep.SweepGrid}.
 */
@NullMarked
package org.ethotag.workflow.sweep;

import org.jspecify.annotations.NullMarked;
