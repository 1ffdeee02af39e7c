package org.ethotag.model;

import java.util.Arrays;
import org.ethotag.model.StudentTrace.Place;
import org.ethotag.signal.Samples;

/**
 * The student in plain float arithmetic: h' = (1 - z) n + z h, gates as PyTorch defines its GRU (reset after the
 * recurrent product), then the perceptron; every sample through the input perceptron first where there is one. Reuses its own
 * scratch memory: one thread per instance.
 */
public final class StudentForward {
    private final int hidden;
    private final int perceptronUnits;
    private final int classes;
    private final int samples;
    /** z-score as factor and addend per axis. */
    private final float[] factor = new float[Samples.AXES];

    private final float[] addend = new float[Samples.AXES];
    /** Input perceptron, [unit][axis]; without one of no length, as its bias. */
    private final float[] sampleWeights;

    private final float[] sampleBias;
    /** [input][3 * hidden]: one column per input, so that the inner loops run over units. */
    private final float[] inputColumns;
    /** [hidden][3 * hidden]. */
    private final float[] recurrentColumns;

    private final float[] inputBias;
    private final float[] recurrentBias;
    private final float[] weights1;
    private final float[] bias1;
    private final float[] weights2;
    private final float[] bias2;

    private final float[] sample = new float[Samples.AXES];
    /** Sums of the input perceptron before its ReLU. */
    private final float[] sampleSums;
    /** What the recurrent layer reads of a sample. */
    private final float[] fed;

    private final float[] fromInput;
    private final float[] fromHidden;
    private final float[] state;
    private final float[] units;

    /** @throws IllegalArgumentException if the weights do not fit the layers */
    public StudentForward(StudentModel model) {
        WeightLayout.of(model.spec()).check(model.weights());
        hidden = model.hidden();
        samples = model.windows().lengthSamples();
        for (int axis = 0; axis < Samples.AXES; axis++) {
            factor[axis] = 1 / model.normalization().spreadG().get(axis);
            addend[axis] = -model.normalization().meanG().get(axis) * factor[axis];
        }
        boolean readsThrough = model.inputUnits() > 0;
        sampleWeights = readsThrough ? model.weights().tensor("input.weight").toArray() : new float[0];
        sampleBias = readsThrough ? model.weights().tensor("input.bias").toArray() : new float[0];
        sampleSums = new float[sampleBias.length];
        fed = readsThrough ? new float[sampleBias.length] : sample;
        inputColumns = columns(model.weights().tensor("gru.weight_ih"));
        recurrentColumns = columns(model.weights().tensor("gru.weight_hh"));
        inputBias = model.weights().tensor("gru.bias_ih").toArray();
        recurrentBias = model.weights().tensor("gru.bias_hh").toArray();
        weights1 = model.weights().tensor("dense1.weight").toArray();
        bias1 = model.weights().tensor("dense1.bias").toArray();
        weights2 = model.weights().tensor("dense2.weight").toArray();
        bias2 = model.weights().tensor("dense2.bias").toArray();
        perceptronUnits = bias1.length;
        classes = bias2.length;
        fromInput = new float[3 * hidden];
        fromHidden = new float[3 * hidden];
        state = new float[hidden];
        units = new float[perceptronUnits];
    }

    /**
     * Logits of one raw window.
     *
     * @param accelerationG [axis][sample] row-major, in g
     */
    public float[] logits(float[] accelerationG) {
        float[] logits = new float[classes];
        logits(accelerationG, logits);
        return logits;
    }

    /** Logits of one raw window into an array of the caller, one per class. */
    public void logits(float[] accelerationG, float[] logits) {
        check(accelerationG);
        Arrays.fill(state, 0);
        for (int step = 0; step < samples; step++) {
            read(accelerationG, step);
        }
        perceptron(logits);
    }

    private void read(float[] accelerationG, int step) {
        sums(accelerationG, step);
        for (int unit = 0; unit < hidden; unit++) {
            float reset = sigmoid(fromInput[unit] + fromHidden[unit]);
            float update = sigmoid(fromInput[hidden + unit] + fromHidden[hidden + unit]);
            float candidate = tanh(fromInput[2 * hidden + unit] + reset * fromHidden[2 * hidden + unit]);
            state[unit] = candidate + update * (state[unit] - candidate);
        }
    }

    /** The same with everything that happened on the way. */
    public StudentTrace trace(float[] accelerationG) {
        check(accelerationG);
        var trace = new StudentTrace(samples, sampleSums.length, hidden, perceptronUnits, classes);
        Arrays.fill(state, 0);
        for (int step = 0; step < samples; step++) {
            sums(accelerationG, step);
            trace.putInput(step, sampleSums);
            for (int unit = 0; unit < hidden; unit++) {
                traceUnit(trace, step * hidden + unit, unit);
            }
        }
        float[] logits = new float[classes];
        perceptron(logits);
        trace.putHead(units, logits);
        return trace;
    }

    /**
     * What the logits would be if the window ended after each step.
     *
     * @param accelerationG [axis][sample] row-major, in g
     * @return [step][class]
     */
    public float[][] logitsOverTime(float[] accelerationG) {
        check(accelerationG);
        float[][] logits = new float[samples][classes];
        Arrays.fill(state, 0);
        for (int step = 0; step < samples; step++) {
            read(accelerationG, step);
            perceptron(logits[step]);
        }
        return logits;
    }

    private void traceUnit(StudentTrace trace, int at, int unit) {
        float resetSum = fromInput[unit] + fromHidden[unit];
        float reset = sigmoid(resetSum);
        float updateSum = fromInput[hidden + unit] + fromHidden[hidden + unit];
        float update = sigmoid(updateSum);
        float recurrent = fromHidden[2 * hidden + unit];
        float candidateSum = fromInput[2 * hidden + unit] + reset * recurrent;
        float candidate = tanh(candidateSum);
        state[unit] = candidate + update * (state[unit] - candidate);
        trace.put(Place.RESET_SUM, at, resetSum);
        trace.put(Place.RESET, at, reset);
        trace.put(Place.UPDATE_SUM, at, updateSum);
        trace.put(Place.UPDATE, at, update);
        trace.put(Place.RECURRENT, at, recurrent);
        trace.put(Place.CANDIDATE_SUM, at, candidateSum);
        trace.put(Place.CANDIDATE, at, candidate);
        trace.put(Place.HIDDEN, at, state[unit]);
    }

    /** All gates' sums of inputs and of the last state. */
    private void sums(float[] accelerationG, int step) {
        for (int axis = 0; axis < Samples.AXES; axis++) {
            sample[axis] = accelerationG[axis * samples + step] * factor[axis] + addend[axis];
        }
        for (int unit = 0; unit < sampleSums.length; unit++) {
            sampleSums[unit] = row(sampleWeights, unit, sample, sampleBias[unit]);
            fed[unit] = Math.max(0, sampleSums[unit]);
        }
        System.arraycopy(inputBias, 0, fromInput, 0, fromInput.length);
        for (int input = 0; input < fed.length; input++) {
            addScaled(fromInput, inputColumns, input * fromInput.length, fed[input]);
        }
        System.arraycopy(recurrentBias, 0, fromHidden, 0, fromHidden.length);
        for (int unit = 0; unit < hidden; unit++) {
            addScaled(fromHidden, recurrentColumns, unit * fromHidden.length, state[unit]);
        }
    }

    private static void addScaled(float[] sums, float[] columns, int from, float value) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += columns[from + i] * value;
        }
    }

    private void perceptron(float[] logits) {
        for (int unit = 0; unit < perceptronUnits; unit++) {
            units[unit] = Math.max(0, row(weights1, unit, state, bias1[unit]));
        }
        for (int c = 0; c < classes; c++) {
            logits[c] = row(weights2, c, units, bias2[c]);
        }
    }

    private static float row(float[] weights, int row, float[] inputs, float bias) {
        float sum = bias;
        for (int i = 0; i < inputs.length; i++) {
            sum += weights[row * inputs.length + i] * inputs[i];
        }
        return sum;
    }

    private static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    private static float tanh(float x) {
        return (float) Math.tanh(x);
    }

    private static float[] columns(Tensor matrix) {
        int rows = matrix.shape().get(0);
        int columns = matrix.shape().get(1);
        float[] turned = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = matrix.at(row * columns + column);
            }
        }
        return turned;
    }

    private void check(float[] accelerationG) {
        if (accelerationG.length != Samples.AXES * samples) {
            throw new IllegalArgumentException(accelerationG.length + " values, not " + Samples.AXES + " x " + samples);
        }
    }
}
