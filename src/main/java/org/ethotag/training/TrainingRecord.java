package org.ethotag.training;

import java.util.List;

/**
 * How a model came to be.
 *
 * @param settings what was asked for
 * @param distillation share of the teacher; alpha 1 without one
 * @param epochs every whole epoch that was trained
 * @param modelEpoch the epoch whose weights the model has; 0 if training was stopped within the first
 * @param stopped whether it was cancelled before its end; the model is what had been learnt so far
 * @param steps changes of the weights
 * @param windows training windows
 * @param engine name and version of the engine
 * @param threads per operation of the engine
 * @param seconds from the first step to the end
 */
public record TrainingRecord(
        TrainingSettings settings,
        DistillationSettings distillation,
        List<EpochReport> epochs,
        int modelEpoch,
        boolean stopped,
        int steps,
        int windows,
        String engine,
        int threads,
        double seconds) {
    public TrainingRecord {
        epochs = List.copyOf(epochs);
    }
}
