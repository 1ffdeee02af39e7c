package org.ethotag.quantization;

/** The three parts of a gated recurrent unit, in the order in which PyTorch and the model blob store them. */
public enum Gate {
    /** r: how much of the old state the new one may see. */
    RESET(0, "reset gate"),
    /** z: how much of the old state stays. */
    UPDATE(1, "update gate"),
    /** n: the proposed new state. */
    NEW(2, "new state");

    private final int index;
    private final String title;

    Gate(int index, String title) {
        this.index = index;
        this.title = title;
    }

    /** Its place in every list of gates, 0 to 2. */
    public int index() {
        return index;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
