package org.ethotag.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stretches of labels that a model which never saw them contradicts, the most doubtful first.
 *
 * <p>Windows are judged one by one by {@link ConfidentLearning}; what is listed are whole bouts. A bout is doubted as a whole
 * if the model surely says something else on at least half of its windows. Otherwise each run of at least
 * {@value #SHORTEST_RUN} windows in a row of which it surely says the same other thing is doubted by itself: a bout whose
 * border is wrong, or two bouts that a wrong label made one. Single windows inside a bout that otherwise fits are left
 * alone: models err there more often than people.
 *
 * <p>The order is by {@link Doubt#evidence}, which adds up over the windows: a long bout that the model contradicts
 * throughout comes before a single window, however sure it is of that.
 */
public final class LabelDoubts {
    private static final int SHORTEST_RUN = 3;

    private LabelDoubts() {}

    /**
     * Ranks what is in doubt.
     *
     * @param labels class of each window by its label; the windows of a bout stand together, in the order of time
     * @param probabilities [window][class] by a model that did not learn from that window
     * @param bouts which bout each window is part of; any numbers, the same inside a bout
     * @param classes how many classes there are
     */
    public static List<Doubt> of(int[] labels, float[][] probabilities, int[] bouts, int classes) {
        var learning = ConfidentLearning.of(labels, probabilities, classes);
        var doubts = new ArrayList<Doubt>();
        int from = 0;
        while (from < bouts.length) {
            int to = from + 1;
            while (to < bouts.length && bouts[to] == bouts[from]) {
                to++;
            }
            doubts.addAll(ofBout(learning, labels[from], probabilities, from, to));
            from = to;
        }
        doubts.sort(Comparator.comparingDouble(Doubt::evidence).reversed().thenComparingInt(Doubt::from));
        return List.copyOf(doubts);
    }

    private static List<Doubt> ofBout(
            ConfidentLearning learning, int label, float[][] probabilities, int from, int to) {
        long doubted = IntStream.range(from, to)
                .filter(i -> learning.suspected(i) != ConfidentLearning.NONE)
                .count();
        if (2 * doubted >= to - from) {
            var whole = Doubt.of(label, probabilities, from, to, true, evidence(learning, probabilities, from, to));
            return whole.margin() < 0 ? List.of(whole) : List.of();
        }
        var runs = new ArrayList<Doubt>();
        int start = from;
        while (start < to) {
            int end = start + 1;
            while (end < to && learning.suspected(end) == learning.suspected(start)) {
                end++;
            }
            if (learning.suspected(start) != ConfidentLearning.NONE && end - start >= SHORTEST_RUN) {
                runs.add(Doubt.of(
                        label, probabilities, start, end, false, evidence(learning, probabilities, start, end)));
            }
            start = end;
        }
        return runs;
    }

    private static double evidence(ConfidentLearning learning, float[][] probabilities, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(i -> learning.evidence(i, probabilities[i]))
                .sum();
    }
}
