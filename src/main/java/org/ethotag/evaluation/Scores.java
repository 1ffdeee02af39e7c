package org.ethotag.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How good predictions are. Where a quotient has nothing below the line, it is 0: MCC if only one class occurs in the
 * truth or only one in the answers (even if all are right, for then nothing is correlated), precision of a class that
 * was never answered, recall of a class that never occurs.
 *
 * @param mcc Matthews correlation coefficient over all classes, -1 to 1 (Gorodkin 2004)
 * @param accuracy share of right answers, 0 to 1
 * @param macroF1 mean F1 of the classes that occur in truth or answers, 0 to 1
 * @param perClass in the order of the classes
 * @param perAnimal MCC of each animal's windows, sorted by the animal's id, without animals whose windows are all of one
 *     class: nothing can then be told from an MCC
 */
public record Scores(
        double mcc, double accuracy, double macroF1, Map<String, ClassScores> perClass, Map<String, Double> perAnimal) {
    public Scores {
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
        perAnimal = Collections.unmodifiableMap(new LinkedHashMap<>(perAnimal));
    }

    /**
     * One class against all others.
     *
     * @param precision share of right ones among its answers
     * @param recall share of its windows that were found
     * @param f1 harmonic mean of both
     * @param mcc two-class MCC of this class against the rest
     * @param windows how many windows are of this class; with none nothing can be said of recall and MCC
     * @param answers how often this class was answered; if never nothing can be said of precision
     */
    public record ClassScores(double precision, double recall, double f1, double mcc, long windows, long answers) {}

    /** Scores of pooled predictions. */
    public static Scores of(Predictions predictions) {
        var matrix = ConfusionMatrix.of(predictions);
        var perAnimal = new LinkedHashMap<String, Double>();
        for (String animal : predictions.distinctAnimals()) {
            var own = ConfusionMatrix.of(predictions.ofAnimal(animal));
            if (classesOfTruth(own) > 1) {
                perAnimal.put(animal, mcc(own));
            }
        }
        return new Scores(mcc(matrix), accuracy(matrix), macroF1(matrix), perClass(matrix), perAnimal);
    }

    /**
     * Multi-class Matthews correlation coefficient, the R_K of Gorodkin 2004 (doi 10.1016/j.compbiolchem.2004.09.006),
     * equation 8, in the form of counts: {@code (c s - sum t p) / sqrt((s^2 - sum p^2) (s^2 - sum t^2))} with c right
     * answers of s, t windows and p answers per class. 0 where the denominator is 0.
     */
    public static double mcc(ConfusionMatrix matrix) {
        double s = matrix.total();
        double products = 0;
        double answers = 0;
        double truths = 0;
        for (int i = 0; i < matrix.classes().size(); i++) {
            double t = matrix.ofTruth(i);
            double p = matrix.ofAnswer(i);
            products += t * p;
            answers += p * p;
            truths += t * t;
        }
        double below = Math.sqrt((s * s - answers) * (s * s - truths));
        return below == 0 ? 0 : (matrix.correct() * s - products) / below;
    }

    private static long classesOfTruth(ConfusionMatrix matrix) {
        return IntStream.range(0, matrix.classes().size())
                .filter(i -> matrix.ofTruth(i) > 0)
                .count();
    }

    /** Share of right answers; 0 if there are none at all. */
    public static double accuracy(ConfusionMatrix matrix) {
        return quotient(matrix.correct(), matrix.total());
    }

    /** Mean F1 of the classes that occur in truth or answers. */
    public static double macroF1(ConfusionMatrix matrix) {
        double sum = 0;
        int occurring = 0;
        for (int i = 0; i < matrix.classes().size(); i++) {
            if (matrix.ofTruth(i) + matrix.ofAnswer(i) > 0) {
                sum += f1(matrix, i);
                occurring++;
            }
        }
        return quotient(sum, occurring);
    }

    private static Map<String, ClassScores> perClass(ConfusionMatrix matrix) {
        var scores = new LinkedHashMap<String, ClassScores>();
        for (int i = 0; i < matrix.classes().size(); i++) {
            scores.put(
                    matrix.classes().get(i),
                    new ClassScores(
                            quotient(matrix.count(i, i), matrix.ofAnswer(i)),
                            quotient(matrix.count(i, i), matrix.ofTruth(i)),
                            f1(matrix, i),
                            oneAgainstRest(matrix, i),
                            matrix.ofTruth(i),
                            matrix.ofAnswer(i)));
        }
        return scores;
    }

    private static double f1(ConfusionMatrix matrix, int index) {
        return quotient(2 * matrix.count(index, index), matrix.ofTruth(index) + matrix.ofAnswer(index));
    }

    private static double oneAgainstRest(ConfusionMatrix matrix, int index) {
        double hits = matrix.count(index, index);
        double missed = matrix.ofTruth(index) - hits;
        double wrong = matrix.ofAnswer(index) - hits;
        double rest = matrix.total() - hits - missed - wrong;
        double below = Math.sqrt((hits + wrong) * (hits + missed) * (rest + wrong) * (rest + missed));
        return quotient(hits * rest - wrong * missed, below);
    }

    private static double quotient(long above, long below) {
        return below == 0 ? 0 : (double) above / below;
    }

    private static double quotient(double above, double below) {
        return below == 0 ? 0 : above / below;
    }
}
