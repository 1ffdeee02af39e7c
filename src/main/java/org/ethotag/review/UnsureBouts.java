package org.ethotag.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ethotag.label.Bout;
import org.ethotag.review.ReviewItem.Reason;

/**
 * Bouts of pre-labels that the model was not sure of, the least sure first. Unsure is a bout in which the probability of its
 * class is less than {@value #SURE_BY} above that of the next one, both as means over the windows whose middle lies in it
 * (margin sampling: B. Settles, "Active Learning Literature Survey", Computer Sciences Technical Report 1648, University of
 * Wisconsin-Madison, 2009, section 3.1).
 */
public final class UnsureBouts {
    static final double SURE_BY = 0.5;

    private UnsureBouts() {}

    /**
     * Ranks the bouts of one session.
     *
     * @param bouts what {@link SlidingVote} made of the answers
     * @param behaviours code of the behaviour of each class, in the order of the classes
     */
    public static List<ReviewItem> of(
            WindowAnswers answers, List<Bout> bouts, List<String> behaviours, String session, String animal) {
        var items = new ArrayList<ReviewItem>();
        for (Bout bout : bouts) {
            doubt(answers, bout, behaviours)
                    .filter(doubt -> doubt.margin() < SURE_BY)
                    .map(doubt -> new ReviewItem(
                            session,
                            animal,
                            bout.range(),
                            bout.behaviour(),
                            answers.classes().get(doubt.suggested()),
                            Reason.UNSURE,
                            doubt.labelProbability(),
                            doubt.suggestedProbability(),
                            doubt.windows()))
                    .ifPresent(items::add);
        }
        items.sort(Comparator.comparingDouble(item -> item.labelProbability() - item.suggestedProbability()));
        return List.copyOf(items);
    }

    private static Optional<Doubt> doubt(WindowAnswers answers, Bout bout, List<String> behaviours) {
        int label = behaviours.indexOf(bout.behaviour());
        int half = answers.lengthSamples() / 2;
        int from = answers.firstFrom(Math.max(0, bout.range().from() - half));
        int to = answers.firstFrom(Math.max(0, bout.range().to() - half));
        if (label < 0 || from == to || behaviours.size() == 1) {
            return Optional.empty();
        }
        float[][] rows = new float[to - from][behaviours.size()];
        for (int i = from; i < to; i++) {
            for (int c = 0; c < behaviours.size(); c++) {
                rows[i - from][c] = (float) answers.probability(i, c);
            }
        }
        return Optional.of(Doubt.of(label, rows, 0, rows.length, true, 0));
    }
}
