package org.ethotag.quantization;

/** Which weights of a matrix share one power of two. A dense layer is one tensor with one gate. */
public enum ScaleGroup {
    /** All gates of one matrix. */
    TENSOR("tensor"),
    /** The rows of one gate; what the model blob has. */
    GATE("gate"),
    /** Every row has its own. */
    ROW("row");

    private final String word;

    ScaleGroup(String word) {
        this.word = word;
    }

    /** What people read and write. */
    public String word() {
        return word;
    }
}
