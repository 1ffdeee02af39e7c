package org.ethotag.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a model is as often right as it is sure: windows are put into bins by the probability of the answer that was
 * given, and in each bin the mean probability stands against the share of right answers (reliability diagram; Guo et al.
 * 2017, arXiv 1706.04599, section 2).
 *
 * @param bins of equal width from 0 to 1, lowest first; empty ones included
 * @param expectedError mean over all windows of the distance between both in the window's bin, 0 to 1 (ECE, equation 3)
 * @param largestError the same distance in the bin where it is largest (MCE, equation 5)
 */
public record Calibration(List<Bin> bins, double expectedError, double largestError) {
    /** As most reports have it. */
    public static final int USUAL_BINS = 10;

    /**
     * Windows whose answer was about equally probable.
     *
     * @param from lowest probability of the bin, itself excluded but for 0
     * @param to highest probability of the bin
     * @param windows how many
     * @param confidence mean probability of the answers, 0 to 1; 0 without windows
     * @param accuracy share of right answers, 0 to 1; 0 without windows
     */
    public record Bin(double from, double to, int windows, double confidence, double accuracy) {
        /** Distance between both. */
        double error() {
            return Math.abs(confidence - accuracy);
        }
    }

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Sorts answers into bins.
     *
     * @param probabilities one row for each prediction
     * @param bins 1 or more
     */
    public static Calibration of(Predictions predictions, Probabilities probabilities, int bins) {
        if (bins < 1 || probabilities.size() != predictions.size()) {
            throw new IllegalArgumentException(
                    bins + " bins, " + probabilities.size() + " probabilities of " + predictions);
        }
        int[] windows = new int[bins];
        double[] confidence = new double[bins];
        int[] right = new int[bins];
        for (int i = 0; i < predictions.size(); i++) {
            double sure = probabilities.of(i, predictions.answer()[i]);
            int bin = Math.clamp((int) Math.ceil(sure * bins) - 1, 0, bins - 1);
            windows[bin]++;
            confidence[bin] += sure;
            right[bin] += predictions.answer()[i] == predictions.truth()[i] ? 1 : 0;
        }
        var found = new ArrayList<Bin>();
        for (int bin = 0; bin < bins; bin++) {
            int count = Math.max(1, windows[bin]);
            found.add(new Bin(
                    (double) bin / bins,
                    (double) (bin + 1) / bins,
                    windows[bin],
                    confidence[bin] / count,
                    (double) right[bin] / count));
        }
        double all = Math.max(1, predictions.size());
        return new Calibration(
                found,
                found.stream()
                        .mapToDouble(bin -> bin.windows() / all * bin.error())
                        .sum(),
                found.stream().mapToDouble(Bin::error).max().orElse(0));
    }
}
