package org.ethotag.training;

import java.util.Arrays;

/**
 * What every training window should answer, prepared so that the loss of a batch is two products: weighted one-hot labels,
 * and the teacher's probabilities at the temperature with their entropy. A window without a label has only the latter.
 */
final class Targets {
    private final int classes;
    private final int[] labels;
    private final double[] weightOfClass;
    /** [window][class] probabilities of the teacher at temperature T; empty without a teacher. */
    private final float[][] teacher;
    /** sum p log p per window. */
    private final double[] negativeEntropy;

    private Targets(int classes, int[] labels, boolean classWeights, float[][] teacher, double[] negativeEntropy) {
        this.classes = classes;
        this.labels = labels;
        this.weightOfClass = weights(classes, labels, classWeights);
        this.teacher = teacher;
        this.negativeEntropy = negativeEntropy;
    }

    /** Labels alone. */
    static Targets hard(int classes, int[] labels, boolean classWeights) {
        return new Targets(classes, labels, classWeights, new float[0][], new double[0]);
    }

    /** @param logits of the teacher, [window][class] */
    static Targets soft(int classes, int[] labels, boolean classWeights, float[][] logits, double temperature) {
        if (logits.length != labels.length) {
            throw new IllegalArgumentException(logits.length + " soft labels for " + labels.length + " windows");
        }
        float[][] probabilities = new float[logits.length][];
        double[] negativeEntropy = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            if (logits[i].length != classes) {
                throw new IllegalArgumentException(logits[i].length + " logits for " + classes + " classes");
            }
            double[] logs = Softmax.logOf(logits[i], temperature);
            probabilities[i] = new float[classes];
            for (int c = 0; c < classes; c++) {
                double p = Math.exp(logs[c]);
                probabilities[i][c] = (float) p;
                negativeEntropy[i] += p == 0 ? 0 : p * logs[c];
            }
        }
        return new Targets(classes, labels, classWeights, probabilities, negativeEntropy);
    }

    /**
     * One-hot rows, each times its class's weight over the batch's sum of weights: [window][class] row-major. Rows of windows
     * without a label are zero.
     */
    float[] hardRows(int[] windows) {
        double sum = Arrays.stream(windows)
                .filter(i -> labels[i] >= 0)
                .mapToDouble(i -> weightOfClass[labels[i]])
                .sum();
        float[] rows = new float[windows.length * classes];
        for (int i = 0; i < windows.length; i++) {
            int label = labels[windows[i]];
            if (label >= 0) {
                rows[i * classes + label] = (float) (weightOfClass[label] / sum);
            }
        }
        return rows;
    }

    /** The teacher's probabilities over the number of windows: [window][class] row-major. */
    float[] softRows(int[] windows) {
        float[] rows = new float[windows.length * classes];
        for (int i = 0; i < windows.length; i++) {
            for (int c = 0; c < classes; c++) {
                rows[i * classes + c] = teacher[windows[i]][c] / windows.length;
            }
        }
        return rows;
    }

    /** Mean of sum p log p: the part of KL(teacher || student) that the student does not change. */
    double meanNegativeEntropy(int[] windows) {
        return Arrays.stream(windows)
                .mapToDouble(i -> negativeEntropy[i])
                .average()
                .orElse(0);
    }

    /** Of the teacher's probabilities; labels and their weights follow from windows and settings. */
    String sha256() {
        return SoftLabels.sha256(teacher);
    }

    int classes() {
        return classes;
    }

    private static double[] weights(int classes, int[] labels, boolean balanced) {
        double[] weights = new double[classes];
        Arrays.fill(weights, 1);
        if (balanced) {
            long[] counts = new long[classes];
            int labelled = 0;
            for (int label : labels) {
                if (label >= 0) {
                    counts[label]++;
                    labelled++;
                }
            }
            for (int c = 0; c < classes; c++) {
                weights[c] = counts[c] == 0 ? 0 : (double) labelled / (classes * counts[c]);
            }
        }
        return weights;
    }
}
