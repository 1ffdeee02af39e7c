package org.ethotag.training;

import java.util.Map;
import java.util.function.Consumer;
import org.ethotag.dataset.Normalization;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.TeacherModel;

/** Trains the teacher, the residual network of Wang, Yan, Oates 2017 (arXiv 1611.06455). */
public final class TeacherTraining {
    private TeacherTraining() {}

    /**
     * Trains a teacher from fresh weights. If it is cancelled after its first step, the teacher is what had been learnt so
     * far, and its record says so.
     *
     * @param width 1 is the published size
     * @param reports hears of every epoch, on the calling thread
     * @throws org.ethotag.problem.ProblemException if the engine is missing, there is too little to learn from, or the loss
     *     is no longer a number
     * @throws java.util.concurrent.CancellationException if it was cancelled before its first step
     */
    public static Trained<TeacherModel> train(
            TrainingData data,
            double width,
            TrainingSettings settings,
            Consumer<EpochReport> reports,
            JobMonitor monitor) {
        return train(data, width, settings, ModelShelf.none(), reports, monitor);
    }

    /**
     * The same; a training that was killed goes on after its last whole epoch.
     *
     * @param shelf where it is kept while it is unfinished
     */
    public static Trained<TeacherModel> train(
            TrainingData data,
            double width,
            TrainingSettings settings,
            ModelShelf shelf,
            Consumer<EpochReport> reports,
            JobMonitor monitor) {
        var training = data.training();
        var normalization = Normalization.of(training, training.allIndices());
        var spec = NetworkSpec.resnet(training.classes().size(), width);
        var targets = Targets.hard(
                training.classes().size(), training.labels(training.allIndices()), settings.classWeights());
        var loss = new DistillationLoss(DistillationSettings.hardLabels(), targets);
        var subject = new TrainingRun.Subject(
                "teacher",
                Map.of("network", spec.toString()),
                shelf,
                (engine, random) -> new FloatLearner(engine, spec, data, normalization, loss, random));
        try (var run = new TrainingRun(data, settings, loss.settings(), subject)) {
            var trained = run.run(reports, monitor);
            var model = new TeacherModel(
                    spec, trained.model(), normalization, training.spec(), training.rate(), training.classes());
            return new Trained<>(model, trained.record());
        }
    }
}
