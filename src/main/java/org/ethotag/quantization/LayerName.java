package org.ethotag.quantization;

/** The layers of a student, in the order of the computation, named as their tensors are. */
public enum LayerName {
    /** The recurrent layer. */
    GRU("gru"),
    /** The perceptron's hidden layer; an input perceptron has the same settings. */
    DENSE1("dense1"),
    /** The perceptron's last layer. */
    DENSE2("dense2");

    private final String word;

    LayerName(String word) {
        this.word = word;
    }

    /** What people read and write. */
    public String word() {
        return word;
    }
}
