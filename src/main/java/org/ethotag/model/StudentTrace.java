package org.ethotag.model;

import java.util.EnumMap;
import java.util.Map;

/** Every number inside a student while it read one window, for looking into it. Filled by {@link StudentForward}; nobody else can change it. */
public final class StudentTrace {
    /** A place in the recurrent layer; every place has one value per step and unit, in PyTorch's notation. */
    public enum Place {
        /** Argument of the sigmoid of the reset gate. */
        RESET_SUM,
        /** Reset gate r, 0 to 1. */
        RESET,
        /** Argument of the sigmoid of the update gate. */
        UPDATE_SUM,
        /** Update gate z, 0 to 1. */
        UPDATE,
        /** Recurrent part of the candidate before the reset gate: W_hn h + b_hn. */
        RECURRENT,
        /** Argument of the candidate's tanh: W_in x + b_in + r * recurrent. */
        CANDIDATE_SUM,
        /** Candidate n, -1 to 1. */
        CANDIDATE,
        /** Hidden state after the step, -1 to 1. */
        HIDDEN
    }

    private final int steps;
    private final int inputUnits;
    private final int hidden;
    /** [step][unit]. */
    private final float[] inputSums;

    private final Map<Place, float[]> values = new EnumMap<>(Place.class);
    private final float[] perceptron;
    private final float[] logits;

    StudentTrace(int steps, int inputUnits, int hidden, int perceptronUnits, int classes) {
        this.steps = steps;
        this.inputUnits = inputUnits;
        this.hidden = hidden;
        inputSums = new float[steps * inputUnits];
        for (Place place : Place.values()) {
            values.put(place, new float[steps * hidden]);
        }
        perceptron = new float[perceptronUnits];
        logits = new float[classes];
    }

    void put(Place place, int at, float value) {
        array(place)[at] = value;
    }

    void putInput(int step, float[] sums) {
        System.arraycopy(sums, 0, inputSums, step * inputUnits, inputUnits);
    }

    void putHead(float[] perceptronValues, float[] logitValues) {
        System.arraycopy(perceptronValues, 0, perceptron, 0, perceptron.length);
        System.arraycopy(logitValues, 0, logits, 0, logits.length);
    }

    /** Samples read. */
    public int steps() {
        return steps;
    }

    /** Units of the recurrent layer. */
    public int hidden() {
        return hidden;
    }

    /** Units of the input perceptron; 0 without one. */
    public int inputUnits() {
        return inputUnits;
    }

    /** Sums of the input perceptron before its ReLU, [step][unit] row-major; of no length without one; a copy. */
    public float[] inputSums() {
        return inputSums.clone();
    }

    /** What the recurrent layer reads of the input perceptron: its sums after the ReLU, as they; a copy. */
    public float[] inputs() {
        float[] values = inputSums.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    /** The value of one unit after one step, both from 0. */
    public float at(Place place, int step, int unit) {
        return array(place)[step * hidden + unit];
    }

    /** All values of a place, [step][unit] row-major; a copy. */
    public float[] values(Place place) {
        return array(place).clone();
    }

    /** The perceptron's hidden layer after its ReLU; a copy. */
    public float[] perceptron() {
        return perceptron.clone();
    }

    /** One per class; a copy. */
    public float[] logits() {
        return logits.clone();
    }

    private float[] array(Place place) {
        float[] found = values.get(place);
        if (found == null) {
            throw new IllegalArgumentException("not traced: " + place);
        }
        return found;
    }
}
