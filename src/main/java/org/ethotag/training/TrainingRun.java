package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.ethotag.dataset.Normalization;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.WeightLayout;
import org.ethotag.model.Weights;
import org.ethotag.problem.ProblemException;

/**
 * One training run from fresh weights to the last step: the same for teacher and student. Everything random comes from
 * three generators split from the seed (weights, order, augmentation). Used once, by one thread; closing frees the native
 * memory.
 */
final class TrainingRun implements AutoCloseable {
    private final TrainingSettings settings;
    private final DistillationLoss loss;
    private final LearningEngine engine;
    private final NDManager manager;
    private final Network network;
    private final Parameters parameters;
    private final AdamSteps optimiser;
    private final NativeWindows windows;
    private final HeldOut heldOut;
    private final int[] order;
    private final SplittableRandom ordering;
    private final SplittableRandom turning;
    private final int stepsPerEpoch;

    private final List<EpochReport> reports = new ArrayList<>();
    private int steps;
    private double rate;
    private long started;

    TrainingRun(
            NetworkSpec spec,
            TrainingData data,
            Normalization normalization,
            TrainingSettings settings,
            DistillationLoss loss) {
        this.settings = settings;
        this.loss = loss;
        order = data.training().allIndices();
        checkEnough(data.training().labels(order));
        engine = LearningEngine.start();
        engine.useThreads(settings.threads());
        manager = engine.newManager();
        network = new Network(spec);
        var seeds = new SplittableRandom(settings.seed());
        parameters = Parameters.random(manager, WeightLayout.of(spec), seeds.split());
        ordering = seeds.split();
        turning = seeds.split();
        optimiser = new AdamSteps(
                settings.optimiser(), settings.weightDecay(), settings.clipNorm(), parameters.learnt().length);
        windows = new NativeWindows(manager, data.training(), order, normalization);
        var watched = data.heldOut();
        heldOut = new HeldOut(
                watched,
                new NativeWindows(manager, watched, watched.allIndices(), normalization),
                new BatchedForward(manager, network));
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
            var standing = heldOut.standing(parameters);
            var report = new EpochReport(epoch, settings.epochs(), trainingLoss, standing.loss(), standing.mcc(), rate);
            reports.add(report);
            best.offer(report, parameters);
            watcher.accept(report);
        }
        if (steps == 0) {
            throw new CancellationException("cancelled before the first step");
        }
        return result(best);
    }

    @Override
    public void close() {
        parameters.close();
        manager.close();
    }

    private Trained<Weights> result(Best best) {
        boolean keepBest = settings.keep() == TrainingSettings.Keep.BEST && best.epoch > 0;
        var weights = keepBest ? best.weights : parameters.weights();
        int epoch = keepBest ? best.epoch : reports.size();
        int all = stepsPerEpoch * settings.epochs();
        return new Trained<>(
                weights,
                new TrainingRecord(
                        settings,
                        loss.settings(),
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
        try (var batch = manager.newSubManager()) {
            NDArray input = windows.batch(batch, rows, turns(rows.length));
            NDArray flat = parameters.upload(batch);
            flat.setRequiresGradient(true);
            NDArray minimised;
            try (var gradients = engine.djl().newGradientCollector()) {
                minimised = loss.minimised(network.logits(input, parameters.arrays(flat), true), rows);
                gradients.backward(minimised);
            }
            double norm = optimiser.step(parameters.learnt(), flat.getGradient().toFloatArray(), rate);
            steps++;
            return Double.isFinite(norm) ? minimised.getFloat() + loss.rest(rows) : Double.NaN;
        }
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
        long classes = Arrays.stream(labels).distinct().count();
        if (labels.length < 2 || classes < 2) {
            throw new ProblemException(TrainingProblem.TOO_LITTLE_DATA, labels.length, classes);
        }
    }

    /** The weights of the best epoch so far, if they are wanted. */
    private final class Best {
        private int epoch;
        private double mcc = Double.NEGATIVE_INFINITY;
        private Weights weights = new Weights(Map.of());

        private void offer(EpochReport report, Parameters current) {
            if (settings.keep() == TrainingSettings.Keep.BEST && report.heldOutMcc() > mcc) {
                epoch = report.epoch();
                mcc = report.heldOutMcc();
                weights = current.weights();
            }
        }
    }
}
