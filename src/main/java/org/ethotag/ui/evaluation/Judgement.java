package org.ethotag.ui.evaluation;

import java.util.List;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.evaluation.Scores;
import org.ethotag.project.RunManifest;
import org.ethotag.workflow.Comparison;

/**
 * A run's comparison, scored.
 *
 * @param run where it comes from
 * @param comparison the answers
 * @param cards one per model, in the comparison's order
 */
public record Judgement(RunManifest run, Comparison comparison, List<ModelCard> cards) {
    public Judgement {
        cards = List.copyOf(cards);
    }

    /** Scores every model of a comparison. */
    public static Judgement of(RunManifest run, Comparison comparison) {
        var cards = comparison.models().stream()
                .map(model -> {
                    var predictions = comparison.predictions(model);
                    return new ModelCard(model, Scores.of(predictions), ConfusionMatrix.of(predictions));
                })
                .toList();
        return new Judgement(run, comparison, cards);
    }

    /** The sizes of the students, each once, smallest first. */
    public List<Integer> sizes() {
        return cards.stream()
                .map(card -> card.model().hidden())
                .filter(hidden -> hidden > 0)
                .distinct()
                .sorted()
                .toList();
    }
}
