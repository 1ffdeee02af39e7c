package org.ethotag.workflow;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.training.SettingsText;
import org.ethotag.training.StudentForm;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;

/**
 * Steps as texts by name: what the study's log keeps of them, and how one of their settings is named to change it. Names
 * are those of manifests where a manifest has them.
 */
public final class StepSettings {
    /** The absolute path of a raw file, or of the folder of an export. */
    public static final String FILE = "file";

    /** Id of a quantized run. */
    public static final String QUANTIZED = "quantized.run";

    private static final String ASKED = "the command line";

    private StepSettings() {}

    /** One file of an import. */
    static Map<String, String> of(Path file, ImportSettings settings) {
        var texts = new TreeMap<String, String>();
        texts.put(FILE, file.toAbsolutePath().normalize().toString());
        texts.put("animal", settings.animal());
        texts.put("tag", settings.tag());
        texts.put("columns", settings.columns());
        texts.put("unit", settings.unit());
        texts.put("zone", settings.zone());
        texts.put("rate", settings.rateHz() == 0 ? "" : String.valueOf(settings.rateHz()));
        texts.put("start", settings.start());
        texts.put("name-pattern", settings.namePattern());
        texts.put("delimiter", settings.delimiter());
        texts.put("decimal", settings.decimal());
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    /** A teacher. */
    public static Map<String, String> of(TrainTeacherStep step) {
        var texts = new LinkedHashMap<>(step.windows().toMap());
        texts.put(RunArchive.HELD_OUT, RunArchive.animals(new TreeSet<>(step.holdOut())));
        texts.put(RunRecipe.TEACHER_WIDTH, String.valueOf(step.width()));
        texts.putAll(SettingsText.of(ModelNames.TEACHER, step.training()));
        return texts;
    }

    /** Students. */
    public static Map<String, String> of(DistilStep step) {
        var texts = new LinkedHashMap<>(Map.of(RunArchive.TEACHER_RUN, step.teacherRun()));
        texts.put(RunRecipe.HIDDEN, String.valueOf(step.shape().hidden()));
        texts.put(StudentForm.PERCEPTRON, String.valueOf(step.shape().perceptron()));
        texts.putAll(StudentForm.of(step.shape()).unusualInput());
        texts.putAll(SettingsText.of(step.distillation()));
        texts.putAll(SettingsText.of(ModelNames.STUDENT, step.training()));
        texts.put(RunRecipe.AWARE_BITS, step.fineTuning().weightBits().toString());
        texts.putAll(SettingsText.of(RunRecipe.AWARE, step.fineTuning().training()));
        texts.putAll(SettingsText.of(step.softLabels()));
        return texts;
    }

    /** A cross-validation; how many processes it takes changes nothing of it. */
    public static Map<String, String> of(CrossValidateStep step) {
        var texts = new LinkedHashMap<>(step.windows().toMap());
        texts.put(RunRecipe.HIDDEN, step.hidden().toString());
        texts.putAll(step.form().unusual());
        texts.put(RunRecipe.STUDENTS, step.students().name());
        texts.put(RunRecipe.FOLDS, step.folds().text());
        texts.put(RunRecipe.TEACHER_WIDTH, String.valueOf(step.width()));
        texts.putAll(SettingsText.of(ModelNames.TEACHER, step.teacher()));
        texts.putAll(SettingsText.of(ModelNames.STUDENT, step.student()));
        texts.putAll(SettingsText.of(step.distillation()));
        texts.put(RunRecipe.WEIGHT_BITS, step.weightBits().toString());
        texts.put(RunRecipe.AWARE_BITS, step.fineTuning().weightBits().toString());
        texts.putAll(SettingsText.of(RunRecipe.AWARE, step.fineTuning().training()));
        texts.putAll(SettingsText.of(step.softLabels()));
        return texts;
    }

    /** A sweep; how many processes it takes changes nothing of it. */
    public static Map<String, String> of(SweepStep step) {
        var texts = new LinkedHashMap<>(step.windows().toMap());
        texts.put(RunRecipe.TEACHER_WIDTH, String.valueOf(step.width()));
        texts.putAll(SettingsText.of(ModelNames.TEACHER, step.teacher()));
        texts.putAll(SettingsText.of(ModelNames.STUDENT, step.student()));
        texts.putAll(step.values());
        return texts;
    }

    /** A student in integers. */
    static Map<String, String> of(QuantizeStep step) {
        var texts = new LinkedHashMap<>(LayerText.toMap(step.settings()));
        texts.put(RunArchive.STUDENT_RUN, step.studentRun());
        texts.put(RunArchive.PROFILE, step.profile());
        return texts;
    }

    /** An export, without the passphrase. */
    static Map<String, String> of(ExportStep step) {
        return Map.of(
                QUANTIZED,
                step.quantizedRun(),
                FILE,
                step.folder().toAbsolutePath().normalize().toString(),
                "profile",
                step.profile(),
                "key",
                step.key().toAbsolutePath().normalize().toString(),
                "for",
                step.mountedTag());
    }

    /** One session of a pre-labelling. */
    static Map<String, String> of(PrelabelStep step, String session) {
        return Map.of(
                "run", step.run(),
                "session", session,
                "track", step.trackName(),
                "stride", String.valueOf(step.strideSamples()));
    }

    /** A step with some settings changed. @throws ProblemException if it has no setting of that name or value */
    public static TrainTeacherStep changed(TrainTeacherStep step, Map<String, String> changes) {
        return changes.isEmpty() ? step : changed(of(step), changes, RunRecipe::teacher, StepSettings::of);
    }

    /** A step with some settings changed. @throws ProblemException if it has no setting of that name or value */
    public static DistilStep changed(DistilStep step, Map<String, String> changes) {
        return changes.isEmpty() ? step : changed(of(step), changes, RunRecipe::student, StepSettings::of);
    }

    /** A step with some settings changed. @throws ProblemException if it has no setting of that name or value */
    public static CrossValidateStep changed(CrossValidateStep step, Map<String, String> changes) {
        return changes.isEmpty()
                ? step
                : changed(of(step), changes, recipe -> recipe.crossValidation(step.processes()), StepSettings::of);
    }

    /** A step with some settings changed. @throws ProblemException if it has no setting of that name or value */
    public static SweepStep changed(SweepStep step, Map<String, String> changes) {
        return changes.isEmpty()
                ? step
                : changed(
                        of(step), changes, recipe -> recipe.sweep().withProcesses(step.processes()), StepSettings::of);
    }

    private static <T> T changed(
            Map<String, String> settings,
            Map<String, String> changes,
            Function<RunRecipe, T> step,
            Function<T, Map<String, String>> known) {
        var texts = new TreeMap<>(settings);
        texts.putAll(changes);
        T made;
        try {
            made = step.apply(new RunRecipe(ASKED, texts, texts));
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(WorkflowProblem.BAD_SETTING, changes, String.valueOf(wrong.getMessage()))
                    .causedBy(wrong);
        }
        var names = known.apply(made).keySet();
        for (String name : changes.keySet()) {
            if (!names.contains(name)) {
                throw new ProblemException(WorkflowProblem.NO_SUCH_SETTING, name, String.join(", ", names));
            }
        }
        return made;
    }
}
