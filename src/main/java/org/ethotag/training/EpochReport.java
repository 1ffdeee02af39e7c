package org.ethotag.training;

/**
 * How training stood after one epoch.
 *
 * @param epoch from 1
 * @param epochs how many there will be
 * @param trainingLoss mean over the epoch's steps, as it was minimised (with augmentation, class weights, soft labels)
 * @param trainingMcc Matthews correlation on the training windows, each as it was shown and answered in this epoch
 * @param heldOutLoss mean cross entropy with the true labels on the held-out windows; NaN without such windows
 * @param heldOutMcc Matthews correlation on the held-out windows, -1 to 1; NaN without such windows
 * @param stoppingLoss mean cross entropy on the training animals kept aside to decide when to stop; NaN without
 * @param learningRate of the epoch's last step
 */
public record EpochReport(
        int epoch,
        int epochs,
        double trainingLoss,
        double trainingMcc,
        double heldOutLoss,
        double heldOutMcc,
        double stoppingLoss,
        double learningRate) {}
