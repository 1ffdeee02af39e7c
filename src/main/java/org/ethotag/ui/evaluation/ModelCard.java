package org.ethotag.ui.evaluation;

import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.evaluation.Scores;
import org.ethotag.workflow.Comparison.ModelAnswers;

/**
 * One model as the page shows it.
 *
 * @param model what it said
 * @param scores of that
 * @param matrix of that
 */
public record ModelCard(ModelAnswers model, Scores scores, ConfusionMatrix matrix) {}
