package org.ethotag.workflow.run;

import java.util.stream.IntStream;
import org.ethotag.workflow.run.Comparison.ModelAnswers;

/**
 * Which of the judged windows count. What is empty or negative does not filter.
 *
 * @param animal id, or empty for all
 * @param session id, or empty for all
 * @param truth index of a class, or -1 for all
 * @param model title of the model whose confidence counts, or empty for the first that knows it
 * @param lowest confidence that counts, 0 to 1
 * @param highest confidence that counts, 0 to 1
 */
public record WindowFilter(String animal, String session, int truth, String model, double lowest, double highest) {
    /** Everything. */
    public static WindowFilter none() {
        return new WindowFilter("", "", -1, "", 0, 1);
    }

    public WindowFilter withAnimal(String other) {
        return new WindowFilter(other, session, truth, model, lowest, highest);
    }

    public WindowFilter withSession(String other) {
        return new WindowFilter(animal, other, truth, model, lowest, highest);
    }

    public WindowFilter withTruth(int other) {
        return new WindowFilter(animal, session, other, model, lowest, highest);
    }

    public WindowFilter withModel(String other) {
        return new WindowFilter(animal, session, truth, other, lowest, highest);
    }

    public WindowFilter withConfidence(double from, double to) {
        return new WindowFilter(animal, session, truth, model, from, to);
    }

    /** Whether every window counts. */
    public boolean isOpen() {
        return equals(none().withModel(model));
    }

    /** The windows that count, as rows of the comparison, in order. */
    public int[] rows(Comparison comparison) {
        boolean sure = lowest > 0 || highest < 1;
        var judge = comparison.models().stream()
                .filter(one -> !one.probabilities().isEmpty())
                .filter(one -> model.isEmpty() || one.title().equals(model))
                .findFirst();
        return IntStream.range(0, comparison.windows().size())
                .filter(row -> passes(comparison, row))
                .filter(row -> !sure || judge.filter(one -> isSure(one, row)).isPresent())
                .toArray();
    }

    private boolean passes(Comparison comparison, int row) {
        var window = comparison.windows().get(row);
        return (animal.isEmpty() || window.animal().equals(animal))
                && (session.isEmpty() || window.session().equals(session))
                && (truth < 0 || window.label() == truth);
    }

    private boolean isSure(ModelAnswers judge, int row) {
        double confidence = judge.probabilities().confidence(row);
        return confidence >= lowest && confidence <= highest;
    }
}
