package org.ethotag.model;

/** How a model file names a kind of layer. */
final class LayerCode {
    static final int CONVOLUTION = 0;
    static final int BATCH_NORM = 1;
    static final int RELU = 2;
    static final int RESIDUAL = 3;
    static final int GLOBAL_AVERAGE_POOL = 4;
    static final int GRU = 5;
    static final int DENSE = 6;

    private LayerCode() {}
}
