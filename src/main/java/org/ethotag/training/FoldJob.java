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
        var recipes = new FoldRecipes(input, settings.teacher().threads());
        var teachers = new FoldTeachers(input, recipes, shelf);
        boolean alone =
                settings.softLabels().isStandard() || !settings.distillation().listensToTeacher();
        double ownShare = alone ? TEACHER_SHARE : TEACHER_SHARE / 2;
        var teacher = teachers.own(monitor.part(0, ownShare));
        monitor.checkCancelled();
        var asking = monitor.part(ownShare, TEACHER_SHARE);
        boolean taught = settings.distillation().listensToTeacher()
                || !settings.fineTuning().weightBits().isEmpty();
        float[][] soft = taught ? teachers.softLabels(asking) : new float[0][];
        float[][] teacherLogits = shelf.logits(
                recipes.answers(ModelFile.modelHash(teacher)),
                () -> Inference.logits(teacher, input.test(), input.test().allIndices(), asking.part(1, 1)));
        var students = students(recipes, teacher, soft, monitor.part(TEACHER_SHARE, 1));
        return new FoldResult(settings.name(), teacher, teacherLogits, students, manifest(recipes, teacher, students));
    }

    static void nobodyWatches(EpochReport epoch) {
        // curves belong to single training runs
    }

    private List<FoldStudent> students(FoldRecipes recipes, TeacherModel teacher, float[][] soft, JobMonitor monitor) {
        var settings = input.settings();
        var widths = settings.fineTuning().weightBits();
        var students = new ArrayList<FoldStudent>();
        int count = (2 + widths.size()) * settings.hidden().size();
        for (int hidden : settings.hidden()) {
            var alone = next(monitor, students.size(), count);
            var plain = shelf.student(recipes.student(hidden), () -> plain(hidden, alone));
            students.add(judged(false, 0, plain, recipes, alone));
            var helped = next(monitor, students.size(), count);
            var distilled = settings.distillation().listensToTeacher()
                    ? shelf.student(recipes.distilled(hidden, teacher, soft), () -> distilled(hidden, soft, helped))
                    : plain; // the same seed and the same labels would make the same weights once more
            students.add(judged(true, 0, distilled, recipes, helped));
            for (int bits : widths) {
                var part = next(monitor, students.size(), count);
                var recipe = recipes.aware(bits, distilled, teacher, soft);
                var aware = shelf.student(recipe, () -> aware(distilled, bits, soft, part));
                students.add(judged(true, bits, aware, recipes, part));
            }
        }
        return students;
    }

    private static JobMonitor next(JobMonitor monitor, int done, int count) {
        return monitor.part((double) done / count, (done + 1.0) / count);
    }

    private FoldStudent judged(
            boolean distilled, int awareBits, StudentModel model, FoldRecipes recipes, JobMonitor monitor) {
        monitor.checkCancelled();
        var test = input.test();
        float[][] answers = shelf.logits(
                recipes.answers(ModelFile.modelHash(model)),
                () -> Inference.logits(model, test, test.allIndices(), monitor.part(1, 1)));
        return new FoldStudent(distilled, awareBits, model, answers);
    }

    private StudentModel plain(int hidden, JobMonitor monitor) {
        var settings = input.settings();
        var trained = Distillation.withoutTeacher(
                input.watched(input.training(), settings.student()),
                settings.form().shape(hidden),
                settings.student(),
                shelf,
                FoldJob::nobodyWatches,
                monitor);
        monitor.checkCancelled();
        return trained.model();
    }

    private StudentModel distilled(int hidden, float[][] soft, JobMonitor monitor) {
        var settings = input.settings();
        var trained = Distillation.distil(
                taught(),
                settings.form().shape(hidden),
                input.asLong(settings.student()),
                settings.distillation(),
                soft,
                shelf,
                FoldJob::nobodyWatches,
                monitor);
        monitor.checkCancelled();
        return trained.model();
    }

    private StudentModel aware(StudentModel start, int weightBits, float[][] soft, JobMonitor monitor) {
        var trained = Distillation.aware(
                taught(),
                start,
                input.asLong(input.settings().fineTuning().training()),
                input.settings().distillation(),
                soft,
                QuantizationSettings.defaults().withWeightBits(weightBits),
                shelf,
                FoldJob::nobodyWatches,
                monitor);
        monitor.checkCancelled();
        return trained.model();
    }

    /** What teachers teach: windows with labels, then those without. */
    private TrainingData taught() {
        return input.watched(
                input.unlabelled().size() == 0
                        ? input.training()
                        : input.training().and(input.unlabelled()),
                input.settings().student());
    }

    /** No time of day and no machine: it is part of the result, which is the same everywhere. */
    private Map<String, String> manifest(FoldRecipes recipes, TeacherModel teacher, List<FoldStudent> students) {
        var manifest = new LinkedHashMap<String, String>();
        manifest.put("format", String.valueOf(FoldFiles.VERSION));
        manifest.putAll(input.settings().values());
        manifest.put("windows.training", input.training().sha256());
        manifest.put("windows.test", input.test().sha256());
        if (input.unlabelled().size() > 0) {
            manifest.put("windows.unlabelled", input.unlabelled().sha256());
        }
        manifest.putAll(recipes.engine());
        manifest.put("model." + FoldResult.TEACHER, ModelFile.modelHash(teacher));
        for (FoldStudent student : students) {
            manifest.put("model." + student.name(), ModelFile.modelHash(student.model()));
        }
        return manifest;
    }
}
