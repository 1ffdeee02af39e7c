package org.ethotag.training;

/** How a gradient changes the weights. */
public enum Optimiser {
    /** Kingma and Ba 2015 (arXiv 1412.6980); weight decay is added to the gradient. */
    ADAM,
    /** Loshchilov and Hutter 2019 (arXiv 1711.05101); weight decay acts on the weights alone. */
    ADAMW,
    /** Nesterov's momentum of 0.9 as Sutskever et al. 2013 write it; weight decay is added to the gradient. Wants a far larger rate. */
    SGD,
    /** Tieleman and Hinton 2012, lecture 6.5, over a mean of the squares that keeps 0.99; weight decay is added to the gradient. */
    RMSPROP
}
