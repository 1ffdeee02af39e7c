package org.ethotag.model;

/** How a model file names a kind of layer: by position here, so the order must stay. */
enum LayerCode {
    CONVOLUTION,
    BATCH_NORM,
    RELU,
    RESIDUAL,
    GLOBAL_AVERAGE_POOL,
    GRU,
    DENSE
}
