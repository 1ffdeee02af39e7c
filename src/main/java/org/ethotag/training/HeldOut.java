package org.ethotag.training;

import java.util.function.Supplier;
import org.ethotag.dataset.Dataset;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.evaluation.Predictions;
import org.ethotag.evaluation.Scores;

/** How a network stands on held-out windows after an epoch. */
final class HeldOut {
    private HeldOut() {}

    /**
     * How good the network is on them.
     *
     * @param loss mean cross entropy; NaN without windows
     * @param mcc -1 to 1; NaN without windows
     */
    record Standing(double loss, double mcc) {}

    /**
     * How the network stands.
     *
     * @param rows windows of the dataset
     * @param answers their logits, [window][class]; only asked for if there are any
     */
    static Standing standing(Dataset dataset, int[] rows, Supplier<float[][]> answers) {
        if (rows.length == 0) {
            return new Standing(Double.NaN, Double.NaN);
        }
        float[][] logits = answers.get();
        int[] labels = dataset.labels(rows);
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            loss -= Softmax.logOf(logits[i], 1)[labels[i]];
        }
        return new Standing(loss / labels.length, mcc(dataset, rows, Inference.answers(logits)));
    }

    /** Matthews correlation of classes given to windows. */
    static double mcc(Dataset dataset, int[] rows, int[] answers) {
        return Scores.mcc(ConfusionMatrix.of(Predictions.of(dataset, rows, answers)));
    }
}
