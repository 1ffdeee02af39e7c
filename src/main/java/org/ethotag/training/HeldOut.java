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

    /** @param answers logits of all windows, [window][class]; only asked for if there are any */
    static Standing standing(Dataset dataset, Supplier<float[][]> answers) {
        if (dataset.size() == 0) {
            return new Standing(Double.NaN, Double.NaN);
        }
        float[][] logits = answers.get();
        int[] all = dataset.allIndices();
        int[] labels = dataset.labels(all);
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            loss -= Softmax.logOf(logits[i], 1)[labels[i]];
        }
        var predictions = Predictions.of(dataset, all, Inference.answers(logits));
        return new Standing(loss / labels.length, Scores.mcc(ConfusionMatrix.of(predictions)));
    }
}
