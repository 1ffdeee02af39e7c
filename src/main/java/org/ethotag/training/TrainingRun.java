package org.ethotag.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.Weights;
import org.ethotag.problem.ProblemException;

/**
 * One training run from the first step to the last: the same for teacher, student, and a student that learns on with the
 * tag's arithmetic. Everything random comes from three generators split from the seed (weights, order, augmentation). Used
 * once, by one thread; closing frees the native memory.
 */
final class TrainingRun implements AutoCloseable {
    private final TrainingSettings settings;
    private final DistillationSettings distillation;
    private final LearningEngine engine;
    private final Learner learner;
    private final AdamSteps optimiser;
    private final Dataset heldOut;
    private final int[] order;
    private final SplittableRandom ordering;
    private final SplittableRandom turning;
    private final int stepsPerEpoch;

    private final List<EpochReport> reports = new ArrayList<>();
    private int steps;
    private double rate;
    private long started;

    /** Makes the learner, with the generator that its fresh weights come from. */
    interface LearnerMaker {
        Learner make(LearningEngine engine, SplittableRandom random);
    }

    TrainingRun(TrainingData data, TrainingSettings settings, DistillationSettings distillation, LearnerMaker maker) {
        this.settings = settings;
        this.distillation = distillation;
        order = data.training().allIndices();
        checkEnough(data.training().labels(order));
        engine = LearningEngine.start();
        engine.useThreads(settings.threads());
        var seeds = new SplittableRandom(settings.seed());
        learner = maker.make(engine, seeds.split());
        ordering = seeds.split();
        turning = seeds.split();
        optimiser = new AdamSteps(
                settings.optimiser(), settings.weightDecay(), settings.clipNorm(), learner.learnt().length);
        heldOut = data.heldOut();
        stepsPerEpoch = Math.ceilDiv(order.length, settings.batch());
    }

    /**
     * Trains to the end or until it is cancelled; then the result is what had been learnt so far.
     *
     * @throws CancellationException if it was cancelled before the first step
     * @throws ProblemException if the loss is no longer a number
     */
    Trained<Weights> run(Consumer<EpochReport> watcher, JobMonitor monitor) {
        started = System.nanoTime();
        var best = new Best();
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            double trainingLoss = epoch(epoch, monitor);
            if (monitor.cancelled()) {
                break;
            }
            var standing = HeldOut.standing(heldOut, learner::heldOutLogits);
            var report = new EpochReport(epoch, settings.epochs(), trainingLoss, standing.loss(), standing.mcc(), rate);
            reports.add(report);
            best.offer(report, learner);
            watcher.accept(report);
        }
        if (steps == 0) {
            throw new CancellationException("cancelled before the first step");
        }
        return result(best);
    }

    @Override
    public void close() {
        learner.close();
    }

    private Trained<Weights> result(Best best) {
        boolean keepBest = settings.keep() == TrainingSettings.Keep.BEST && best.epoch > 0;
        var weights = keepBest ? best.weights : learner.weights();
        int epoch = keepBest ? best.epoch : reports.size();
        int all = stepsPerEpoch * settings.epochs();
        return new Trained<>(
                weights,
                new TrainingRecord(
                        settings,
                        distillation,
                        reports,
                        epoch,
                        steps < all,
                        steps,
                        order.length,
                        "PyTorch " + engine.version(),
                        engine.threads(),
                        (System.nanoTime() - started) * 1e-9));
    }

    /**
     * One pass over all windows in a new order.
     *
     * @return mean loss of its steps
     */
    private double epoch(int epoch, JobMonitor monitor) {
        shuffle();
        double sum = 0;
        for (int i = 0; i < stepsPerEpoch; i++) {
            if (monitor.cancelled()) {
                return Double.NaN;
            }
            monitor.progress(
                    (double) steps / (stepsPerEpoch * settings.epochs()),
                    "Training, epoch " + epoch + " of " + settings.epochs());
            double stepLoss = engine.alone(this::step);
            if (!Double.isFinite(stepLoss)) {
                throw new ProblemException(TrainingProblem.LOSS_NOT_FINITE, epoch, settings.learningRate());
            }
            sum += stepLoss;
        }
        return sum / stepsPerEpoch;
    }

    /**
     * One change of the weights.
     *
     * @return the batch's loss
     */
    private double step() {
        int[] rows = nextBatch();
        rate = settings.schedule().rate(settings.learningRate(), steps, stepsPerEpoch * settings.epochs());
        var gradient = learner.gradient(rows, turns(rows.length));
        double norm = optimiser.step(learner.learnt(), gradient.values(), rate);
        learner.settle();
        steps++;
        return Double.isFinite(norm) ? gradient.loss() : Double.NaN;
    }

    /** Batches whose sizes differ by one at most. */
    private int[] nextBatch() {
        long step = steps % stepsPerEpoch;
        int from = (int) (step * order.length / stepsPerEpoch);
        int to = (int) ((step + 1) * order.length / stepsPerEpoch);
        return Arrays.copyOfRange(order, from, to);
    }

    private double[] turns(int count) {
        double[] matrices = NativeWindows.unturned(count);
        for (int i = 0; i < count; i++) {
            settings.augmentation().draw(turning, matrices, i * matrices.length / count);
        }
        return matrices;
    }

    /** Fisher and Yates. */
    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = ordering.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    private static void checkEnough(int[] labels) {
        long classes =
                Arrays.stream(labels).filter(label -> label >= 0).distinct().count();
        if (labels.length < 2 || classes < 2) {
            throw new ProblemException(TrainingProblem.TOO_LITTLE_DATA, labels.length, classes);
        }
    }

    /** The weights of the best epoch so far, if they are wanted. */
    private final class Best {
        private int epoch;
        private double mcc = Double.NEGATIVE_INFINITY;
        private Weights weights = new Weights(Map.of());

        private void offer(EpochReport report, Learner current) {
            if (settings.keep() == TrainingSettings.Keep.BEST && report.heldOutMcc() > mcc) {
                epoch = report.epoch();
                mcc = report.heldOutMcc();
                weights = current.weights();
            }
        }
    }
}
