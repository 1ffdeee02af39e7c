package org.ethotag.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.job.Job;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.model.TeacherModel;
import org.ethotag.quantization.QuantizationSettings;

/**
 * One fold of a cross-validation as a job of its own: teacher, soft labels, students without and with distillation, and
 * all their answers on the held-out windows. The same input gives the same result wherever it runs.
 *
 * @param input everything that it needs
 * @param shelf where finished parts are kept and looked for; the result is the same without
 */
public record FoldJob(FoldInput input, ModelShelf shelf) implements Job<FoldResult> {
    /** Share of the work that the teacher is, as progress shows it. */
    private static final double TEACHER_SHARE = 0.6;

    /** A fold that keeps nothing but its result. */
    public FoldJob(FoldInput input) {
        this(input, ModelShelf.none());
    }

    /** One input folder to one output folder. */
    static void run(Path inputFolder, Path outputFolder, ModelShelf shelf, JobMonitor monitor) {
        FoldFiles.write(new FoldJob(FoldInput.read(inputFolder), shelf).run(monitor), outputFolder);
    }

    @Override
    public FoldResult run(JobMonitor monitor) {
        var settings = input.settings();
        var training = input.training();
        var data = TrainingData.all(training);
        var recipes = new FoldRecipes(input, settings.teacher().threads());
        var teacher = shelf.teacher(recipes.teacher(), () -> teacher(data, monitor.part(0, TEACHER_SHARE)));
        monitor.checkCancelled();
        var asking = monitor.part(TEACHER_SHARE, TEACHER_SHARE);
        float[][] soft = shelf.logits(
                recipes.softLabels(teacher), () -> Inference.logits(teacher, training, training.allIndices(), asking));
        float[][] teacherLogits =
                Inference.logits(teacher, input.test(), input.test().allIndices(), asking);
        var students = students(data, recipes, teacher, soft, monitor.part(TEACHER_SHARE, 1));
        return new FoldResult(settings.name(), teacher, teacherLogits, students, manifest(recipes, teacher, students));
    }

    private TeacherModel teacher(TrainingData data, JobMonitor monitor) {
        var settings = input.settings();
        var trained = TeacherTraining.train(
                data, settings.teacherWidth(), settings.teacher(), FoldJob::nobodyWatches, monitor);
        monitor.checkCancelled(); // a teacher that was stopped is no teacher of this fold
        return trained.model();
    }

    private static void nobodyWatches(EpochReport epoch) {
        // curves belong to single training runs
    }

    private List<FoldStudent> students(
            TrainingData data, FoldRecipes recipes, TeacherModel teacher, float[][] soft, JobMonitor monitor) {
        var settings = input.settings();
        var widths = settings.fineTuning().weightBits();
        var students = new ArrayList<FoldStudent>();
        int count = (2 + widths.size()) * settings.hidden().size();
        for (int hidden : settings.hidden()) {
            var alone = next(monitor, students.size(), count);
            var plain = shelf.student(recipes.student(hidden), () -> student(data, hidden, false, soft, alone));
            students.add(judged(false, 0, plain, alone));
            var helped = next(monitor, students.size(), count);
            var distilled = settings.distillation().listensToTeacher()
                    ? shelf.student(recipes.distilled(hidden, teacher), () -> student(data, hidden, true, soft, helped))
                    : plain; // the same seed and the same labels would make the same weights once more
            students.add(judged(true, 0, distilled, helped));
            for (int bits : widths) {
                var part = next(monitor, students.size(), count);
                var recipe = recipes.aware(bits, distilled, teacher);
                students.add(judged(
                        true, bits, shelf.student(recipe, () -> aware(data, distilled, bits, soft, part)), part));
            }
        }
        return students;
    }

    private static JobMonitor next(JobMonitor monitor, int done, int count) {
        return monitor.part((double) done / count, (done + 1.0) / count);
    }

    private FoldStudent judged(boolean distilled, int awareBits, StudentModel model, JobMonitor monitor) {
        monitor.checkCancelled();
        var test = input.test();
        return new FoldStudent(
                distilled, awareBits, model, Inference.logits(model, test, test.allIndices(), monitor.part(1, 1)));
    }

    private StudentModel student(TrainingData data, int hidden, boolean distilled, float[][] soft, JobMonitor monitor) {
        var settings = input.settings();
        var shape = new StudentShape(hidden, settings.perceptron());
        var trained = distilled
                ? Distillation.distil(
                        data, shape, settings.student(), settings.distillation(), soft, FoldJob::nobodyWatches, monitor)
                : Distillation.withoutTeacher(data, shape, settings.student(), FoldJob::nobodyWatches, monitor);
        monitor.checkCancelled();
        return trained.model();
    }

    private StudentModel aware(
            TrainingData data, StudentModel start, int weightBits, float[][] soft, JobMonitor monitor) {
        var trained = Distillation.aware(
                data,
                start,
                input.settings().fineTuning().training(),
                input.settings().distillation(),
                soft,
                QuantizationSettings.defaults().withWeightBits(weightBits),
                FoldJob::nobodyWatches,
                monitor);
        monitor.checkCancelled();
        return trained.model();
    }

    /** No time of day and no machine: it is part of the result, which is the same everywhere. */
    private Map<String, String> manifest(FoldRecipes recipes, TeacherModel teacher, List<FoldStudent> students) {
        var manifest = new LinkedHashMap<String, String>();
        manifest.put("format", String.valueOf(FoldFiles.VERSION));
        manifest.putAll(input.settings().values());
        manifest.put("windows.training", input.training().sha256());
        manifest.put("windows.test", input.test().sha256());
        manifest.putAll(recipes.engine());
        manifest.put("model." + FoldResult.TEACHER, ModelFile.modelHash(teacher));
        for (FoldStudent student : students) {
            manifest.put("model." + student.name(), ModelFile.modelHash(student.model()));
        }
        return manifest;
    }
}
