package org.ethotag.training;

/** The best epoch so far, if a training is to give its best and not its last weights. One thread. */
final class BestEpoch {
    private final TrainingSettings settings;
    private int epoch;
    private double score = Double.NEGATIVE_INFINITY;
    private float[][] state = new float[0][];

    BestEpoch(TrainingSettings settings) {
        this.settings = settings;
    }

    /** 0 for none. */
    int epoch() {
        return epoch;
    }

    double score() {
        return score;
    }

    float[][] state() {
        return state;
    }

    void offer(EpochReport report, Learner learner) {
        double offered = score(report);
        if (offered > score) {
            epoch = report.epoch();
            score = offered;
            state = learner.state();
        }
    }

    /** Whether so many epochs brought nothing better that there is no point in going on. */
    boolean isLongAgo(int now) {
        return settings.patience() > 0 && epoch > 0 && now - epoch >= settings.patience();
    }

    void restore(int bestEpoch, double bestScore, float[][] bestState) {
        epoch = bestEpoch;
        score = bestScore;
        state = bestState;
    }

    /** NaN if the last weights are wanted. */
    private double score(EpochReport report) {
        if (settings.patience() > 0) {
            return -report.stoppingLoss();
        }
        return settings.keep() == TrainingSettings.Keep.BEST ? report.heldOutMcc() : Double.NaN;
    }
}
