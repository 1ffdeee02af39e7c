package org.ethotag.review;

/**
 * Some windows in a row whose label is probably wrong.
 *
 * @param from first window
 * @param to one past the last window
 * @param whole whether this is all that was judged of a bout
 * @param label the class by the label
 * @param suggested the class that the model thinks likeliest of all others
 * @param labelProbability what the model gives the label, mean over the windows, 0 to 1
 * @param suggestedProbability what it gives the suggested class, mean over the windows, 0 to 1
 * @param evidence sum over the windows of the logarithm of how much likelier another class is than the label, each class
 *     compared with how sure the model usually is of it; the higher the worse
 */
public record Doubt(
        int from,
        int to,
        boolean whole,
        int label,
        int suggested,
        double labelProbability,
        double suggestedProbability,
        double evidence) {
    static Doubt of(int label, float[][] probabilities, int from, int to, boolean whole, double evidence) {
        double[] mean = new double[probabilities[from].length];
        for (int i = from; i < to; i++) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += (double) probabilities[i][c] / (to - from);
            }
        }
        int suggested = label == 0 ? 1 : 0;
        for (int c = 0; c < mean.length; c++) {
            if (c != label && mean[c] > mean[suggested]) {
                suggested = c;
            }
        }
        return new Doubt(from, to, whole, label, suggested, mean[label], mean[suggested], evidence);
    }

    /** How many windows. */
    public int windows() {
        return to - from;
    }

    /** What speaks for the label minus what speaks for another class, -1 to 1: the lower the worse. */
    public double margin() {
        return labelProbability - suggestedProbability;
    }
}
