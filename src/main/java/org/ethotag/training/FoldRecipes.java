package org.ethotag.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ethotag.dataset.Dataset;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.model.TeacherModel;

/** What decides the bits of every part of a fold, as lines of text: a part with the same recipe is the same part. */
final class FoldRecipes {
    private static final String PART = "part";
    private static final String WINDOWS = "windows.training";

    private final FoldSettings settings;
    private final String trainingWindows;
    private final String testWindows;
    private final String unlabelledWindows;
    private final Map<String, String> engine = new LinkedHashMap<>();

    /** @param threads per operation; starts the engine, because its version is part of every recipe */
    FoldRecipes(FoldInput input, int threads) {
        settings = input.settings();
        trainingWindows = input.training().sha256();
        testWindows = input.test().sha256();
        unlabelledWindows = input.unlabelled().sha256();
        var started = LearningEngine.start();
        started.useThreads(threads);
        engine.put("engine", "PyTorch " + started.version());
        engine.put("threads", String.valueOf(started.threads()));
    }

    /** Version and threads of the engine. */
    Map<String, String> engine() {
        return engine;
    }

    /** @param learnt the windows that it learns from */
    Map<String, String> teacher(Dataset learnt, TrainingSettings training) {
        var recipe = begun("teacher", learnt.sha256());
        recipe.put("teacher.width", String.valueOf(settings.teacherWidth()));
        recipe.putAll(FoldSettings.values("teacher.", training));
        return recipe;
    }

    /** What a teacher says about windows. */
    Map<String, String> softLabels(Dataset asked, TeacherModel teacher) {
        var recipe = begun("soft labels", asked.sha256());
        recipe.put("model.teacher", ModelFile.modelHash(teacher));
        return recipe;
    }

    Map<String, String> student(int hidden) {
        var recipe = begun("student");
        recipe.put("student.hidden", String.valueOf(hidden));
        recipe.put(StudentForm.PERCEPTRON, String.valueOf(settings.form().perceptron()));
        recipe.putAll(settings.form().unusualInput());
        recipe.putAll(FoldSettings.values("student.", settings.student()));
        return recipe;
    }

    /** What a model answers on the fold's test windows, by the model's hash. */
    Map<String, String> answers(String modelHash) {
        var recipe = begun("answers", testWindows);
        recipe.put("model", modelHash);
        return recipe;
    }

    /** @param soft what the student learns from; the fold's own teacher and its recipe say all about it if nothing else was asked */
    Map<String, String> distilled(int hidden, TeacherModel teacher, float[][] soft) {
        var recipe = student(hidden);
        recipe.put(PART, "distilled");
        listening(recipe, teacher, soft);
        return recipe;
    }

    private void listening(Map<String, String> recipe, TeacherModel teacher, float[][] soft) {
        if (settings.softLabels().isStandard()) {
            recipe.put("model.teacher", ModelFile.modelHash(teacher));
        } else {
            recipe.put("softLabels.sha256", SoftLabels.sha256(soft));
            recipe.put("windows.unlabelled", unlabelledWindows);
        }
        recipe.putAll(FoldSettings.values(settings.distillation()));
    }

    /** @param start the distilled student that learns on */
    Map<String, String> aware(int weightBits, StudentModel start, TeacherModel teacher, float[][] soft) {
        var recipe = begun("aware");
        recipe.put("aware.weightBits", String.valueOf(weightBits));
        recipe.put("model.start", ModelFile.modelHash(start));
        var listening = new LinkedHashMap<String, String>();
        listening(listening, teacher, soft);
        var learning = FoldSettings.values("aware.", settings.fineTuning().training());
        if (settings.softLabels().isStandard()) {
            recipe.put("model.teacher", ModelFile.modelHash(teacher));
        }
        recipe.putAll(learning);
        listening.forEach(recipe::putIfAbsent);
        return recipe;
    }

    private Map<String, String> begun(String part) {
        return begun(part, trainingWindows);
    }

    private Map<String, String> begun(String part, String windows) {
        var recipe = new LinkedHashMap<String, String>();
        recipe.put(PART, part);
        recipe.putAll(engine);
        recipe.put(WINDOWS, windows);
        return recipe;
    }
}
