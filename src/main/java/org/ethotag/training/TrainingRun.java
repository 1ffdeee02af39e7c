package org.ethotag.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.Weights;
import org.ethotag.problem.ProblemException;

/**
 * One training run from the first step to the last: the same for teacher, student, and a student that learns on with the
 * tag's arithmetic. Everything random comes from three generators split from the seed (weights, order, looks). Used once, by
 * one thread; closing frees the native memory.
 */
final class TrainingRun implements AutoCloseable {
    /** How long to wait between two looks whether a pause is over. */
    private static final long LOOK_NANOS = 50_000_000;

    private final TrainingSettings settings;
    private final DistillationSettings distillation;
    private final Subject subject;
    private final Dataset training;
    private final Dataset heldOut;
    private final int[] aside;
    private final LearningEngine engine;
    private final Learner learner;
    private final WeightSteps optimiser;
    private final Lessons lessons;
    private final BestEpoch best;
    private final UnfinishedTraining unfinished;

    private final List<EpochReport> reports = new ArrayList<>();
    private int steps;
    private double rate;
    private long started;
    private double secondsBefore;

    /**
     * What is trained.
     *
     * @param name as curves show it
     * @param identity what decides the result beside windows and settings
     * @param shelf where an unfinished training is kept and looked for
     * @param maker makes the learner, with the generator that its fresh weights come from
     */
    record Subject(String name, Map<String, String> identity, ModelShelf shelf, LearnerMaker maker) {}

    /** Makes the learner, with the generator that its fresh weights come from. */
    interface LearnerMaker {
        Learner make(LearningEngine engine, SplittableRandom random);
    }

    TrainingRun(TrainingData data, TrainingSettings settings, DistillationSettings distillation, Subject subject) {
        this.settings = settings;
        this.distillation = distillation;
        this.subject = subject;
        training = data.training();
        heldOut = data.heldOut();
        checkEnough(training.labels(training.allIndices()));
        var kept = settings.patience() > 0
                ? KeptAside.of(training, settings.seed())
                : new KeptAside(training.allIndices(), new int[0]);
        checkEnough(training.labels(kept.learnt()));
        aside = kept.aside();
        engine = LearningEngine.start();
        engine.useThreads(settings.threads());
        var seeds = new SplittableRandom(settings.seed());
        learner = engine.withinMemory(() -> subject.maker().make(engine, seeds.split()));
        lessons = new Lessons(settings, kept.learnt(), training.spec().lengthSamples(), seeds.split(), seeds.split());
        optimiser = WeightSteps.of(settings, learner.learnt().length);
        best = new BestEpoch(settings);
        unfinished = subject.shelf().unfinished(recipe(data));
    }

    /**
     * Trains to the end or until it is cancelled or enough; then the result is what had been learnt so far.
     *
     * @throws CancellationException if it was stopped before the first step
     * @throws ProblemException if the loss is no longer a number, or memory does not suffice
     */
    Trained<Weights> run(Consumer<EpochReport> watcher, JobMonitor monitor) {
        goOn(watcher, monitor);
        started = System.nanoTime();
        boolean finished = reports.size() == settings.epochs() || best.isLongAgo(reports.size());
        for (int epoch = reports.size() + 1; epoch <= settings.epochs() && !finished; epoch++) {
            var learnt = engine.withinMemory(new EpochOf(epoch, monitor)::run);
            if (stopped(monitor)) {
                break;
            }
            var report = report(epoch, learnt);
            reports.add(report);
            best.offer(report, learner);
            finished = epoch == settings.epochs() || best.isLongAgo(epoch);
            unfinished.keep(standing());
            tell(report, watcher, monitor);
        }
        if (steps == 0) {
            throw new CancellationException("stopped before the first step");
        }
        if (!monitor.cancelled()) {
            unfinished.forget();
        }
        return result(finished);
    }

    @Override
    public void close() {
        learner.close();
    }

    private static boolean stopped(JobMonitor monitor) {
        return monitor.cancelled() || monitor.enough();
    }

    private void tell(EpochReport report, Consumer<EpochReport> watcher, JobMonitor monitor) {
        watcher.accept(report);
        monitor.tell(new EpochLine("", subject.name(), report).text());
    }

    /** Takes up what an earlier run with the same recipe left when it was killed. */
    private void goOn(Consumer<EpochReport> watcher, JobMonitor monitor) {
        unfinished.last(learner.state(), optimiser.memory()).ifPresent(left -> {
            learner.restore(left.state());
            double[][] memory = optimiser.memory();
            for (int i = 0; i < memory.length; i++) {
                System.arraycopy(left.memory()[i], 0, memory[i], 0, memory[i].length);
            }
            best.restore(left.best(), left.bestScore(), left.bestState());
            secondsBefore = left.seconds();
            steps = left.reports().size() * lessons.stepsPerEpoch();
            optimiser.goOnAfter(steps);
            lessons.skip(left.reports().size());
            reports.addAll(left.reports());
            reports.forEach(report -> tell(report, watcher, monitor));
        });
    }

    private UnfinishedTraining.Standing standing() {
        return new UnfinishedTraining.Standing(
                seconds(), reports, learner.state(), optimiser.memory(), best.epoch(), best.score(), best.state());
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - started) * 1e-9;
    }

    private EpochReport report(int epoch, Learnt learnt) {
        var judged = HeldOut.standing(heldOut, heldOut.allIndices(), learner::heldOutLogits);
        if (heldOut.size() > 0 && !Double.isFinite(judged.loss())) {
            throw new ProblemException(TrainingProblem.LOSS_NOT_FINITE, epoch, settings.learningRate(), steps);
        }
        var watched = HeldOut.standing(training, aside, () -> learner.logits(aside));
        return new EpochReport(
                epoch,
                settings.epochs(),
                learnt.loss(),
                learnt.mcc(),
                judged.loss(),
                judged.mcc(),
                watched.loss(),
                rate);
    }

    private Trained<Weights> result(boolean finished) {
        int epoch = reports.size();
        if (best.epoch() > 0) {
            epoch = best.epoch();
            learner.restore(best.state());
        }
        return new Trained<>(
                learner.weights(),
                new TrainingRecord(
                        settings,
                        distillation,
                        reports,
                        epoch,
                        !finished,
                        steps,
                        lessons.windows(),
                        "PyTorch " + engine.version(),
                        engine.threads(),
                        seconds()));
    }

    /**
     * What an epoch came to.
     *
     * @param loss mean of its steps
     * @param mcc of the answers to its windows as they were shown
     */
    private record Learnt(double loss, double mcc) {}

    /** One pass over all windows in a new order. */
    private final class EpochOf {
        private final int epoch;
        private final JobMonitor monitor;
        /** Windows with labels and what was answered to them. */
        private final int[] rows = new int[lessons.windows()];

        private final int[] answers = new int[lessons.windows()];
        private int done;

        EpochOf(int epoch, JobMonitor monitor) {
            this.epoch = epoch;
            this.monitor = monitor;
        }

        Learnt run() {
            lessons.begin();
            double sum = 0;
            int count = lessons.stepsPerEpoch();
            for (int i = 0; i < count; i++) {
                rest();
                if (stopped(monitor)) {
                    return new Learnt(Double.NaN, Double.NaN);
                }
                monitor.doing((double) steps / (count * settings.epochs()), "training.epoch", epoch, settings.epochs());
                sum += engine.alone(this::step);
            }
            double mcc = HeldOut.mcc(training, Arrays.copyOf(rows, done), Arrays.copyOf(answers, done));
            return new Learnt(sum / count, mcc);
        }

        /** Waits while somebody wants a pause. */
        private void rest() {
            while (monitor.paused() && !stopped(monitor)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }

        /**
         * One change of the weights.
         *
         * @return the batch's loss
         */
        private double step() {
            var shown = lessons.next();
            rate = settings.schedule()
                    .rate(settings.learningRate(), steps, lessons.stepsPerEpoch() * settings.epochs());
            var gradient = learner.gradient(shown);
            double norm = optimiser.step(learner.learnt(), gradient.values(), rate);
            learner.settle();
            steps++;
            if (!Double.isFinite(norm) || !Double.isFinite(gradient.loss())) {
                throw new ProblemException(TrainingProblem.LOSS_NOT_FINITE, epoch, settings.learningRate(), steps);
            }
            remember(shown.rows(), gradient.answers());
            return gradient.loss();
        }

        private void remember(int[] shown, int[] answered) {
            for (int i = 0; i < shown.length; i++) {
                if (training.windows().get(shown[i]).isLabelled()) {
                    rows[done] = shown[i];
                    answers[done] = answered[i];
                    done++;
                }
            }
        }
    }

    private Map<String, String> recipe(TrainingData data) {
        var recipe = new LinkedHashMap<String, String>();
        recipe.put("part", "unfinished " + subject.name());
        recipe.put("engine", "PyTorch " + engine.version());
        recipe.put("threads", String.valueOf(engine.threads()));
        recipe.put("windows.training", data.training().sha256());
        recipe.put("windows.heldOut", data.heldOut().sha256());
        recipe.putAll(FoldSettings.values("learning.", settings));
        recipe.putAll(FoldSettings.values(distillation));
        recipe.putAll(subject.identity());
        return recipe;
    }

    private static void checkEnough(int[] labels) {
        long classes =
                Arrays.stream(labels).filter(label -> label >= 0).distinct().count();
        if (labels.length < 2 || classes < 2) {
            throw new ProblemException(TrainingProblem.TOO_LITTLE_DATA, labels.length, classes);
        }
    }
}
