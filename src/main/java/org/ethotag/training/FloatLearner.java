package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ethotag.dataset.Normalization;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.WeightLayout;
import org.ethotag.model.Weights;

/** A network in floating point, from fresh weights. */
final class FloatLearner implements Learner {
    private final LearningEngine engine;
    private final DistillationLoss loss;
    private final NDManager manager;
    private final Network network;
    private final Parameters parameters;
    private final NativeWindows windows;
    private final NativeWindows heldOut;
    private final int heldOutSize;

    FloatLearner(
            LearningEngine engine,
            NetworkSpec spec,
            TrainingData data,
            Normalization normalization,
            DistillationLoss loss,
            SplittableRandom random) {
        this.engine = engine;
        this.loss = loss;
        manager = engine.newManager();
        network = new Network(spec);
        parameters = Parameters.random(manager, WeightLayout.of(spec), random);
        var training = data.training();
        windows = new NativeWindows(manager, training, training.allIndices(), normalization);
        var watched = data.heldOut();
        heldOut = new NativeWindows(manager, watched, watched.allIndices(), normalization);
        heldOutSize = watched.size();
    }

    @Override
    public float[] learnt() {
        return parameters.learnt();
    }

    @Override
    public Gradient gradient(Presentation shown) {
        int[] rows = shown.rows();
        try (var batch = manager.newSubManager()) {
            NDArray input = windows.batch(batch, shown);
            NDArray flat = parameters.upload(batch);
            flat.setRequiresGradient(true);
            NDArray logits;
            NDArray minimised;
            try (var gradients = engine.djl().newGradientCollector()) {
                logits = network.logits(input, parameters.arrays(flat), true);
                minimised = loss.minimised(logits, rows);
                gradients.backward(minimised);
            }
            return new Gradient(
                    minimised.getFloat() + loss.rest(rows),
                    flat.getGradient().toFloatArray(),
                    Inference.answers(BatchedForward.rows(logits.toFloatArray(), rows.length)));
        }
    }

    @Override
    public void settle() {
        // every number is allowed
    }

    @Override
    public float[][] heldOutLogits() {
        return logits(heldOut, IntStream.range(0, heldOutSize).toArray());
    }

    @Override
    public float[][] logits(int[] rows) {
        return logits(windows, rows);
    }

    private float[][] logits(NativeWindows of, int[] rows) {
        return new BatchedForward(manager, network).logits(parameters, of, rows, JobMonitor.unwatched());
    }

    @Override
    public Weights weights() {
        return parameters.weights();
    }

    @Override
    public float[][] state() {
        return parameters.state();
    }

    @Override
    public void restore(float[][] state) {
        parameters.restore(state);
    }

    @Override
    public void close() {
        parameters.close();
        manager.close();
    }
}
