package org.ethotag.training;

/** How a gradient changes the weights. */
public enum Optimiser {
    /** Kingma and Ba 2015 (arXiv 1412.6980); weight decay is added to the gradient. */
    ADAM,
    /** Loshchilov and Hutter 2019 (arXiv 1711.05101); weight decay acts on the weights alone. */
    ADAMW
}
