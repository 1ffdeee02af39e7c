package org.ethotag.quantization;

/** The values that flow through the integer student at one step, in the order in which they arise (fixed-point 2.3). */
public enum EdgeName {
    /** Sensor counts, one per axis. */
    RAW("sensor counts"),
    /** Conditioned input. */
    X("input"),
    /** Accumulated input perceptron; only where there is one. */
    FRONT_SUM("input perceptron, sum"),
    /** What the input perceptron gives to the gates; only where there is one. */
    FRONT("input perceptron"),
    /** Accumulated input of the reset gate. */
    INPUT_RESET("reset gate, input sum"),
    /** Accumulated input of the update gate. */
    INPUT_UPDATE("update gate, input sum"),
    /** Accumulated input of the new state. */
    INPUT_NEW("new state, input sum"),
    /** Accumulated recurrent part of the reset gate. */
    RECURRENT_RESET("reset gate, recurrent sum"),
    /** Accumulated recurrent part of the update gate. */
    RECURRENT_UPDATE("update gate, recurrent sum"),
    /** Accumulated recurrent part of the new state. */
    RECURRENT_NEW("new state, recurrent sum"),
    /** Argument of the reset gate's sigmoid. */
    PRE_RESET("reset gate, before sigmoid"),
    /** Argument of the update gate's sigmoid. */
    PRE_UPDATE("update gate, before sigmoid"),
    /** Recurrent part of the new state, before the reset gate scales it. */
    NEW_RECURRENT("new state, recurrent part"),
    /** r. */
    RESET("reset gate"),
    /** z. */
    UPDATE("update gate"),
    /** Argument of the new state's tanh. */
    PRE_NEW("new state, before tanh"),
    /** n. */
    NEW("new state"),
    /** h after the step. */
    HIDDEN("state"),
    /** Accumulated first layer of the perceptron. */
    PERCEPTRON_SUM("perceptron, sum"),
    /** Perceptron's hidden values. */
    PERCEPTRON("perceptron"),
    /** Accumulated last layer, before it is brought to one format; only where rows have scales of their own. */
    LOGIT_SUM("logits, sum"),
    /** One per class. */
    LOGITS("logits");

    private final String title;

    EdgeName(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    public static EdgeName inputSum(Gate gate) {
        return switch (gate) {
            case RESET -> INPUT_RESET;
            case UPDATE -> INPUT_UPDATE;
            case NEW -> INPUT_NEW;
        };
    }

    public static EdgeName recurrentSum(Gate gate) {
        return switch (gate) {
            case RESET -> RECURRENT_RESET;
            case UPDATE -> RECURRENT_UPDATE;
            case NEW -> RECURRENT_NEW;
        };
    }
}
