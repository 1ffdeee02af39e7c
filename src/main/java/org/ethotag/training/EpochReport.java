package org.ethotag.training;

/**
 * How training stood after one epoch.
 *
 * @param epoch from 1
 * @param epochs how many there will be
 * @param trainingLoss mean over the epoch's steps, as it was minimised (with augmentation, class weights, soft labels)
 * @param heldOutLoss mean cross entropy with the true labels on the held-out windows; NaN without such windows
 * @param heldOutMcc Matthews correlation on the held-out windows, -1 to 1; NaN without such windows
 * @param learningRate of the epoch's last step
 */
public record EpochReport(
        int epoch, int epochs, double trainingLoss, double heldOutLoss, double heldOutMcc, double learningRate) {}
