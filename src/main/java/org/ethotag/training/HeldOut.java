package org.ethotag.training;

import org.ethotag.dataset.Dataset;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.evaluation.Predictions;
import org.ethotag.evaluation.Scores;
import org.ethotag.job.JobMonitor;

/** The held-out windows on the engine, asked after every epoch. */
record HeldOut(Dataset dataset, NativeWindows windows, BatchedForward forward) {

    /**
     * How good the network is on them.
     *
     * @param loss mean cross entropy; NaN without windows
     * @param mcc -1 to 1; NaN without windows
     */
    record Standing(double loss, double mcc) {}

    Standing standing(Parameters parameters) {
        if (dataset.size() == 0) {
            return new Standing(Double.NaN, Double.NaN);
        }
        float[][] logits = forward.logits(parameters, windows, dataset.size(), JobMonitor.unwatched());
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
