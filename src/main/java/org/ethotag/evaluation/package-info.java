/**
 * Truth against prediction.
 *
 * <p>Owns: confusion matrices, scores, their uncertainty, comparisons of two models, time budgets, and the simple
 * baselines that stand beside every model. In and out: arrays of answers, whoever gave them, become numbers. Must not:
 * know networks or fixed point. Start reading at {@link org.ethotag.evaluation.Predictions}.
 */
@NullMarked
package org.ethotag.evaluation;

import org.jspecify.annotations.NullMarked;
