package org.ethotag.training;

import java.util.Map;
import java.util.function.Consumer;
import org.ethotag.dataset.Normalization;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.model.TeacherModel;
import org.ethotag.quantization.QuantizationSettings;

/**
 * Trains the student, with or without a teacher. Both ways are the same code, so that with the same seed they begin with
 * the same weights and see the same windows in the same order and turn.
 */
public final class Distillation {
    private Distillation() {}

    /**
     * Trains a student with a teacher's help. If it is cancelled after its first step, the student is what had been learnt
     * so far, and its record says so.
     *
     * @param teacherLogits of every training window, [window][class], see {@link Inference#logits}
     * @param reports hears of every epoch, on the calling thread
     * @throws org.ethotag.problem.ProblemException if the engine is missing, there is too little to learn from, or the loss
     *     is no longer a number
     * @throws java.util.concurrent.CancellationException if it was cancelled before its first step
     */
    public static Trained<StudentModel> distil(
            TrainingData data,
            StudentShape shape,
            TrainingSettings settings,
            DistillationSettings distillation,
            float[][] teacherLogits,
            Consumer<EpochReport> reports,
            JobMonitor monitor) {
        return distil(data, shape, settings, distillation, teacherLogits, ModelShelf.none(), reports, monitor);
    }

    /**
     * The same; a training that was killed goes on after its last whole epoch.
     *
     * @param shelf where it is kept while it is unfinished
     */
    public static Trained<StudentModel> distil(
            TrainingData data,
            StudentShape shape,
            TrainingSettings settings,
            DistillationSettings distillation,
            float[][] teacherLogits,
            ModelShelf shelf,
            Consumer<EpochReport> reports,
            JobMonitor monitor) {
        var training = data.training();
        var targets = Targets.soft(
                training.classes().size(),
                training.labels(training.allIndices()),
                settings.classWeights(),
                teacherLogits,
                distillation.temperature());
        var loss = new DistillationLoss(distillation, targets);
        return new Pupil("distilled", data, shape, settings, loss, shelf).train(reports, monitor);
    }

    /**
     * What a student learns from: rows of the labelled windows, then rows of those without labels.
     *
     * @param input windows, who says the soft labels, and how teachers besides the one there is are trained
     * @param own the teacher there is, trained on all labelled windows as the input's settings say
     * @param shelf where further teachers are kept and looked for
     * @throws org.ethotag.problem.ProblemException if they are wanted out of fold and there is one animal only
     */
    public static float[][] softLabels(FoldInput input, TeacherModel own, ModelShelf shelf, JobMonitor monitor) {
        var recipes = new FoldRecipes(input, input.settings().teacher().threads());
        return new FoldTeachers(input, recipes, shelf, own).softLabels(monitor);
    }

    /**
     * Lets a distilled student learn on with the tag's arithmetic, so that its weights come to lie where rounding hurts
     * least. The result is a student like any other; {@code wanted} turns it into exactly the integers it was trained as.
     *
     * @param start a student that was trained on the same windows
     * @param teacherLogits of every training window, [window][class]
     * @param wanted how the student becomes integers
     * @throws org.ethotag.problem.ProblemException as {@link #distil}, or if the student does not fit that arithmetic
     * @throws java.util.concurrent.CancellationException if it was cancelled before its first step
     */
    public static Trained<StudentModel> aware(
            TrainingData data,
            StudentModel start,
            TrainingSettings settings,
            DistillationSettings distillation,
            float[][] teacherLogits,
            QuantizationSettings wanted,
            Consumer<EpochReport> reports,
            JobMonitor monitor) {
        return aware(data, start, settings, distillation, teacherLogits, wanted, ModelShelf.none(), reports, monitor);
    }

    /**
     * The same; a training that was killed goes on after its last whole epoch.
     *
     * @param shelf where it is kept while it is unfinished
     */
    public static Trained<StudentModel> aware(
            TrainingData data,
            StudentModel start,
            TrainingSettings settings,
            DistillationSettings distillation,
            float[][] teacherLogits,
            QuantizationSettings wanted,
            ModelShelf shelf,
            Consumer<EpochReport> reports,
            JobMonitor monitor) {
        var training = data.training();
        var targets = Targets.soft(
                training.classes().size(),
                training.labels(training.allIndices()),
                settings.classWeights(),
                teacherLogits,
                distillation.temperature());
        var loss = new DistillationLoss(distillation, targets);
        var subject = new TrainingRun.Subject(
                "aware",
                Map.of(
                        "model.start",
                        ModelFile.modelHash(start),
                        "targets.sha256",
                        targets.sha256(),
                        "integers",
                        wanted.toString()),
                shelf,
                (engine, _) -> new AwareLearner(engine, start, data, loss, wanted));
        try (var run = new TrainingRun(data, settings, distillation, subject)) {
            var trained = run.run(reports, monitor);
            var model = new StudentModel(
                    start.spec(),
                    trained.model(),
                    start.normalization(),
                    start.windows(),
                    start.rate(),
                    start.classes());
            return new Trained<>(model, trained.record());
        }
    }

    /** Trains a student on the labels alone; otherwise as {@link #distil}. */
    public static Trained<StudentModel> withoutTeacher(
            TrainingData data,
            StudentShape shape,
            TrainingSettings settings,
            Consumer<EpochReport> reports,
            JobMonitor monitor) {
        return withoutTeacher(data, shape, settings, ModelShelf.none(), reports, monitor);
    }

    /**
     * The same; a training that was killed goes on after its last whole epoch.
     *
     * @param shelf where it is kept while it is unfinished
     */
    public static Trained<StudentModel> withoutTeacher(
            TrainingData data,
            StudentShape shape,
            TrainingSettings settings,
            ModelShelf shelf,
            Consumer<EpochReport> reports,
            JobMonitor monitor) {
        var training = data.training();
        var targets = Targets.hard(
                training.classes().size(), training.labels(training.allIndices()), settings.classWeights());
        var loss = new DistillationLoss(DistillationSettings.hardLabels(), targets);
        return new Pupil("student", data, shape, settings, loss, shelf).train(reports, monitor);
    }

    /** A student that is about to learn. */
    private record Pupil(
            String name,
            TrainingData data,
            StudentShape shape,
            TrainingSettings settings,
            DistillationLoss loss,
            ModelShelf shelf) {
        Trained<StudentModel> train(Consumer<EpochReport> reports, JobMonitor monitor) {
            var training = data.training();
            var normalization = Normalization.of(training, training.allIndices());
            var spec = shape.network(training.classes().size());
            var subject = new TrainingRun.Subject(
                    name,
                    Map.of(
                            "network",
                            spec.toString(),
                            "targets.sha256",
                            loss.targets().sha256()),
                    shelf,
                    (engine, random) -> new FloatLearner(engine, spec, data, normalization, loss, random));
            try (var run = new TrainingRun(data, settings, loss.settings(), subject)) {
                var trained = run.run(reports, monitor);
                var model = new StudentModel(
                        spec, trained.model(), normalization, training.spec(), training.rate(), training.classes());
                return new Trained<>(model, trained.record());
            }
        }
    }
}
