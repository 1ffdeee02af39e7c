package org.ethotag.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.model.TeacherModel;

/** What decides the bits of every part of a fold, as lines of text: a part with the same recipe is the same part. */
final class FoldRecipes {
    private static final String PART = "part";
    private static final String WINDOWS = "windows.training";

    private final FoldSettings settings;
    private final String trainingWindows;
    private final Map<String, String> engine = new LinkedHashMap<>();

    /** @param threads per operation; starts the engine, because its version is part of every recipe */
    FoldRecipes(FoldInput input, int threads) {
        settings = input.settings();
        trainingWindows = input.training().sha256();
        var started = LearningEngine.start();
        started.useThreads(threads);
        engine.put("engine", "PyTorch " + started.version());
        engine.put("threads", String.valueOf(started.threads()));
    }

    /** Version and threads of the engine. */
    Map<String, String> engine() {
        return engine;
    }

    Map<String, String> teacher() {
        var recipe = begun("teacher");
        recipe.put("teacher.width", String.valueOf(settings.teacherWidth()));
        recipe.putAll(FoldSettings.values("teacher.", settings.teacher()));
        return recipe;
    }

    /** What the teacher says about the training windows. */
    Map<String, String> softLabels(TeacherModel teacher) {
        var recipe = begun("soft labels");
        recipe.put("model.teacher", ModelFile.modelHash(teacher));
        return recipe;
    }

    Map<String, String> student(int hidden) {
        var recipe = begun("student");
        recipe.put("student.hidden", String.valueOf(hidden));
        recipe.put("student.perceptron", String.valueOf(settings.perceptron()));
        recipe.putAll(FoldSettings.values("student.", settings.student()));
        return recipe;
    }

    Map<String, String> distilled(int hidden, TeacherModel teacher) {
        var recipe = student(hidden);
        recipe.put(PART, "distilled");
        recipe.put("model.teacher", ModelFile.modelHash(teacher));
        recipe.putAll(FoldSettings.values(settings.distillation()));
        return recipe;
    }

    /** @param start the distilled student that learns on */
    Map<String, String> aware(int weightBits, StudentModel start, TeacherModel teacher) {
        var recipe = begun("aware");
        recipe.put("aware.weightBits", String.valueOf(weightBits));
        recipe.put("model.start", ModelFile.modelHash(start));
        recipe.put("model.teacher", ModelFile.modelHash(teacher));
        recipe.putAll(FoldSettings.values("aware.", settings.fineTuning().training()));
        recipe.putAll(FoldSettings.values(settings.distillation()));
        return recipe;
    }

    private Map<String, String> begun(String part) {
        var recipe = new LinkedHashMap<String, String>();
        recipe.put(PART, part);
        recipe.putAll(engine);
        recipe.put(WINDOWS, trainingWindows);
        return recipe;
    }
}
