package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentModel;
import org.ethotag.model.WeightLayout;
import org.ethotag.model.Weights;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Quantizer;
import org.ethotag.quantization.batch.FixedAnswers;
import org.ethotag.signal.Samples;

/**
 * A trained student that learns on with the tag's arithmetic. Before every step the float weights become integers by the
 * ordinary {@link Quantizer}, scales and all, and the loss is that of the logits which the integers give.
 */
final class AwareLearner implements Learner {
    private static final String INPUT_WEIGHTS = "gru.weight_ih";

    private final LearningEngine engine;
    private final StudentModel start;
    private final TrainingData data;
    private final DistillationLoss loss;
    private final QuantizationSettings settings;
    private final WeightLayout layout;
    private final float[] learnt;
    private final NDManager manager;
    private final ConditionedWindows windows;
    private final Map<LookupTable, AwareTable> tables;
    /** Where the gates' input weights begin among the learnt numbers, and where they end. */
    private final int inputWeightsFrom;

    private final int inputWeightsTo;

    AwareLearner(
            LearningEngine engine,
            StudentModel start,
            TrainingData data,
            DistillationLoss loss,
            QuantizationSettings wanted) {
        this.engine = engine;
        this.start = start;
        this.data = data;
        this.loss = loss;
        layout = WeightLayout.of(start.spec());
        manager = engine.newManager();
        try (var parameters = Parameters.of(manager, layout, start.weights())) {
            learnt = parameters.learnt();
        }
        var graph = Quantizer.quantize(start, data.training(), wanted);
        settings = wanted.withSensor(graph.sensor()); // found once: it asks every training window
        windows = new ConditionedWindows(data.training(), graph.sensor(), graph.conditioning());
        inputWeightsFrom = start(layout);
        inputWeightsTo =
                inputWeightsFrom + start.weights().tensor(INPUT_WEIGHTS).size();
        tables = Map.of(
                graph.sigmoid(), AwareTable.of(graph.sigmoid(), manager),
                graph.tanh(), AwareTable.of(graph.tanh(), manager));
    }

    @Override
    public float[] learnt() {
        return learnt;
    }

    @Override
    public Gradient gradient(Presentation shown) {
        int[] rows = shown.rows();
        var graph = graph();
        var integers = new IntegerWeights(layout, graph);
        try (var batch = manager.newSubManager()) {
            int samples = data.training().spec().lengthSamples();
            NDArray x = batch.create(windows.batch(shown), new Shape(samples, rows.length, Samples.AXES));
            NDArray flat = batch.create(integers.values());
            flat.setRequiresGradient(true);
            NDArray logits;
            NDArray minimised;
            try (var gradients = engine.djl().newGradientCollector()) {
                var network = new AwareNetwork(graph, integers.arrays(flat), tables, batch);
                logits = real(network.logits(x), graph);
                minimised = loss.minimised(logits, rows);
                gradients.backward(minimised);
            }
            return new Gradient(
                    minimised.getDouble() + loss.rest(rows),
                    integers.gradient(flat.getGradient().toDoubleArray()),
                    Inference.answers(BatchedForward.rows(
                            logits.toType(DataType.FLOAT32, true).toFloatArray(), rows.length)));
        }
    }

    /**
     * Narrow input weights have so few fraction bits that no shift is left once they grow (fixed-point 2.4 wants one of at
     * least 1); so they stay below the largest one that the smallest shift can hold.
     */
    @Override
    public void settle() {
        float largest = (float) Quantizer.largestInputWeight(student(), settings);
        for (int i = inputWeightsFrom; i < inputWeightsTo; i++) {
            learnt[i] = Math.clamp(learnt[i], -largest, largest);
        }
    }

    /** Of the integer engine itself. */
    @Override
    public float[][] heldOutLogits() {
        return logits(data.heldOut(), data.heldOut().allIndices());
    }

    @Override
    public float[][] logits(int[] rows) {
        return logits(data.training(), rows);
    }

    private float[][] logits(Dataset dataset, int[] rows) {
        var graph = graph();
        int[][] integers = FixedAnswers.logits(graph, dataset, rows, JobMonitor.unwatched());
        float[][] logits = new float[integers.length][];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = new float[integers[i].length];
            for (int c = 0; c < logits[i].length; c++) {
                logits[i][c] = (float) Math.scalb((double) integers[i][c], -fractionBits(graph));
            }
        }
        return logits;
    }

    @Override
    public Weights weights() {
        return layout.weights(learnt);
    }

    @Override
    public float[][] state() {
        return new float[][] {learnt.clone()};
    }

    @Override
    public void restore(float[][] state) {
        System.arraycopy(state[0], 0, learnt, 0, learnt.length);
    }

    @Override
    public void close() {
        manager.close();
    }

    private QuantizedGraph graph() {
        return Quantizer.quantize(student(), data.training(), settings);
    }

    private StudentModel student() {
        return new StudentModel(
                start.spec(), weights(), start.normalization(), start.windows(), start.rate(), start.classes());
    }

    private static int start(WeightLayout layout) {
        long before = 0;
        for (WeightLayout.Slot slot : layout.slots()) {
            if (slot.name().equals(INPUT_WEIGHTS)) {
                return Math.toIntExact(before);
            }
            before += slot.size();
        }
        throw new IllegalArgumentException("no " + INPUT_WEIGHTS);
    }

    private static NDArray real(NDArray logits, QuantizedGraph graph) {
        return logits.mul(Math.scalb(1.0, -fractionBits(graph)));
    }

    private static int fractionBits(QuantizedGraph graph) {
        return graph.output().outputFractionBits();
    }
}
