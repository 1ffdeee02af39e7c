package org.ethotag.review;

import java.util.Arrays;

/**
 * Which labels are probably wrong, by answers of a model that never saw them: C. Northcutt, L. Jiang, I. Chuang, "Confident
 * Learning: Estimating Uncertainty in Dataset Labels", Journal of Artificial Intelligence Research 70 (2021), 1373-1411,
 * section 3. A class is taken as sure where its probability reaches the mean that it has over the examples which carry its
 * label; an example whose surest class is another one than its label lies off the diagonal of the confident joint.
 */
public final class ConfidentLearning {
    /** {@link #suspected} of an example that nothing speaks against. */
    public static final int NONE = -1;

    private static final double LEAST = 1e-4;

    private final int[] labels;
    private final double[] thresholds;
    private final int[] sure;
    /** [label][surest class], examples; those that are sure of nothing are left out. */
    private final int[][] joint;

    private ConfidentLearning(int[] labels, double[] thresholds, int[] sure, int[][] joint) {
        this.labels = labels;
        this.thresholds = thresholds;
        this.sure = sure;
        this.joint = joint;
    }

    /**
     * Counts the confident joint.
     *
     * @param labels class of each example by its label
     * @param probabilities [example][class], each row summing to 1, from a model that did not learn from that example
     * @param classes how many classes there are, at least 1
     */
    public static ConfidentLearning of(int[] labels, float[][] probabilities, int classes) {
        if (labels.length != probabilities.length) {
            throw new IllegalArgumentException(labels.length + " labels, " + probabilities.length + " answers");
        }
        double[] thresholds = thresholds(labels, probabilities, classes);
        int[] sure = new int[labels.length];
        int[][] joint = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            sure[i] = surest(probabilities[i], thresholds);
            if (sure[i] != NONE) {
                joint[labels[i]][sure[i]]++;
            }
        }
        return new ConfidentLearning(labels.clone(), thresholds, sure, joint);
    }

    /** Mean probability of each class over the examples that carry its label; above 1 for a class that none carries. */
    private static double[] thresholds(int[] labels, float[][] probabilities, int classes) {
        double[] sums = new double[classes];
        int[] counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            sums[labels[i]] += probabilities[i][labels[i]];
            counts[labels[i]]++;
        }
        double[] thresholds = new double[classes];
        for (int c = 0; c < classes; c++) {
            thresholds[c] = counts[c] == 0 ? Double.POSITIVE_INFINITY : sums[c] / counts[c];
        }
        return thresholds;
    }

    /** The likeliest of the classes that reach their threshold; the first if several are as likely. */
    private static int surest(float[] probabilities, double[] thresholds) {
        int best = NONE;
        for (int c = 0; c < thresholds.length; c++) {
            if (probabilities[c] >= thresholds[c] && (best == NONE || probabilities[c] > probabilities[best])) {
                best = c;
            }
        }
        return best;
    }

    /** From which probability on a class counts as sure. */
    public double threshold(int label) {
        return thresholds[label];
    }

    /** The class that an example probably belongs to instead of its label, or {@link #NONE}. */
    public int suspected(int example) {
        return sure[example] == labels[example] ? NONE : sure[example];
    }

    /**
     * How much likelier the likeliest other class is than the label, as a natural logarithm; each class is measured by its
     * threshold, so that a class of which the model is never sure weighs as much as the others. Probabilities below
     * {@value #LEAST} count as that, so that no single example outweighs many.
     */
    double evidence(int example, float[] probabilities) {
        int label = labels[example];
        double other = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < thresholds.length; c++) {
            if (c != label) {
                other = Math.max(other, relative(probabilities[c], c));
            }
        }
        return other - relative(probabilities[label], label);
    }

    private double relative(double probability, int label) {
        return Math.log(Math.max(LEAST, probability) / thresholds[label]);
    }

    /** Examples that are labelled {@code label} and surely {@code truth}. */
    public int count(int label, int truth) {
        return joint[label][truth];
    }

    /**
     * How many of all examples carry a wrong label, estimated: each row of the joint is stretched to the number of examples
     * with that label (equation 3 of the source), and what lies off the diagonal is added up.
     */
    public double expectedErrors() {
        double errors = 0;
        for (int label = 0; label < joint.length; label++) {
            int wanted = label;
            long examples = Arrays.stream(labels).filter(l -> l == wanted).count();
            long counted = Arrays.stream(joint[label]).sum();
            if (counted > 0) {
                errors += (double) (counted - joint[label][label]) * examples / counted;
            }
        }
        return errors;
    }
}
