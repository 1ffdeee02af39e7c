package org.ethotag.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a fold trains: one teacher, and for every size a student without and one with its help.
 *
 * @param name what is held out, for example the animal's id; one line
 * @param teacherWidth 1 is the published size
 * @param teacher how the teacher is trained
 * @param hidden sizes of the students, each once
 * @param form what the students have in common
 * @param student how every student is trained, with or without teacher
 * @param distillation how much a student listens to the teacher
 * @param fineTuning which students learn on with the tag's arithmetic
 * @param softLabels who says what a distilled student learns from
 */
public record FoldSettings(
        String name,
        double teacherWidth,
        TrainingSettings teacher,
        List<Integer> hidden,
        StudentForm form,
        TrainingSettings student,
        DistillationSettings distillation,
        FineTuning fineTuning,
        SoftLabelSource softLabels) {
    public FoldSettings {
        hidden = List.copyOf(hidden);
        if (name.isBlank() || name.lines().count() != 1) {
            throw new IllegalArgumentException("a fold's name is one line, not '" + name + "'");
        }
        if (!(teacherWidth > 0 && teacherWidth <= 4)) {
            throw new IllegalArgumentException("width " + teacherWidth);
        }
        if (hidden.stream().anyMatch(units -> units < 1)
                || hidden.stream().distinct().count() != hidden.size()) {
            throw new IllegalArgumentException("sizes of students: " + hidden);
        }
    }

    /** With soft labels of the fold's own teacher. */
    public FoldSettings(
            String name,
            double teacherWidth,
            TrainingSettings teacher,
            List<Integer> hidden,
            StudentForm form,
            TrainingSettings student,
            DistillationSettings distillation,
            FineTuning fineTuning) {
        this(name, teacherWidth, teacher, hidden, form, student, distillation, fineTuning, SoftLabelSource.standard());
    }

    /** The named defaults, one thread per operation because folds run side by side, everything from one seed. */
    public static FoldSettings of(String name, List<Integer> hidden, long seed) {
        return new FoldSettings(
                name,
                1,
                TrainingSettings.teacher().withThreads(1).withSeed(seed),
                hidden,
                StudentForm.usual(),
                TrainingSettings.student().withThreads(1).withSeed(seed),
                DistillationSettings.standard(),
                FineTuning.none());
    }

    /** As lines that {@link #parse} reads. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("name", name);
        values.put("teacher.width", String.valueOf(teacherWidth));
        values.putAll(values("teacher.", teacher));
        values.put("student.hidden", text(hidden));
        values.put(StudentForm.PERCEPTRON, String.valueOf(form.perceptron()));
        values.putAll(form.unusualInput());
        values.putAll(values("student.", student));
        values.putAll(values(distillation));
        values.put("aware.weightBits", text(fineTuning.weightBits()));
        values.putAll(values("aware.", fineTuning.training()));
        values.putAll(softLabels.values());
        return values;
    }

    /** How much a student listens, as lines. */
    static Map<String, String> values(DistillationSettings distillation) {
        var values = new LinkedHashMap<String, String>();
        values.put("distillation.temperature", String.valueOf(distillation.temperature()));
        values.put("distillation.alpha", String.valueOf(distillation.alpha()));
        return values;
    }

    /** @throws org.ethotag.problem.ProblemException if a key is missing or its value does not fit */
    static FoldSettings parse(KeyedLines lines) {
        try {
            return new FoldSettings(
                    lines.text("name"),
                    lines.number("teacher.width"),
                    training(lines, "teacher."),
                    numbers(lines.text("student.hidden")),
                    form(lines),
                    training(lines, "student."),
                    new DistillationSettings(
                            lines.number("distillation.temperature"), lines.number("distillation.alpha")),
                    new FineTuning(numbers(lines.text("aware.weightBits")), training(lines, "aware.")),
                    SoftLabelSource.parse(lines));
        } catch (IllegalArgumentException outOfRange) {
            throw lines.damaged(String.valueOf(outOfRange.getMessage())).causedBy(outOfRange);
        }
    }

    private static StudentForm form(KeyedLines lines) {
        lines.whole(StudentForm.PERCEPTRON); // always written, so it is asked for
        return StudentForm.parse(lines.values());
    }

    private static String text(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(","))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** How a network is trained, as lines whose keys begin with {@code prefix}. */
    static Map<String, String> values(String prefix, TrainingSettings settings) {
        var values = new LinkedHashMap<String, String>();
        values.put(prefix + "epochs", String.valueOf(settings.epochs()));
        values.put(prefix + "batch", String.valueOf(settings.batch()));
        values.put(prefix + "optimiser", settings.optimiser().name());
        values.put(prefix + "schedule", settings.schedule().name());
        values.put(prefix + "learningRate", String.valueOf(settings.learningRate()));
        values.put(prefix + "weightDecay", String.valueOf(settings.weightDecay()));
        values.put(prefix + "clipNorm", String.valueOf(settings.clipNorm()));
        values.put(prefix + "classWeights", String.valueOf(settings.classWeights()));
        var augmentation = settings.augmentation();
        values.put(prefix + "halfTurns", String.valueOf(augmentation.halfTurns()));
        values.put(prefix + "rollDegrees", String.valueOf(augmentation.rollDegrees()));
        values.put(prefix + "pitchDegrees", String.valueOf(augmentation.pitchDegrees()));
        values.put(prefix + "yawDegrees", String.valueOf(augmentation.yawDegrees()));
        values.put(prefix + "scale", String.valueOf(augmentation.scale()));
        values.put(prefix + "keep", settings.keep().name());
        values.put(prefix + "seed", String.valueOf(settings.seed()));
        values.put(prefix + "threads", String.valueOf(settings.threads()));
        // lines of settings that came later are written if they say something: older results keep their names
        if (augmentation.noiseG() > 0) {
            values.put(prefix + "noiseG", String.valueOf(augmentation.noiseG()));
        }
        if (augmentation.timeWarp() > 0) {
            values.put(prefix + "timeWarp", String.valueOf(augmentation.timeWarp()));
        }
        if (settings.patience() > 0) {
            values.put(prefix + "patience", String.valueOf(settings.patience()));
        }
        return values;
    }

    /** @throws org.ethotag.problem.ProblemException if a key is missing or its value does not fit */
    static TrainingSettings training(KeyedLines lines, String prefix) {
        return new TrainingSettings(
                lines.whole(prefix + "epochs"),
                lines.whole(prefix + "batch"),
                lines.oneOf(Optimiser.class, prefix + "optimiser"),
                lines.oneOf(Schedule.class, prefix + "schedule"),
                lines.number(prefix + "learningRate"),
                lines.number(prefix + "weightDecay"),
                lines.number(prefix + "clipNorm"),
                lines.yes(prefix + "classWeights"),
                new Augmentation(
                        lines.yes(prefix + "halfTurns"),
                        lines.number(prefix + "rollDegrees"),
                        lines.number(prefix + "pitchDegrees"),
                        lines.number(prefix + "yawDegrees"),
                        lines.number(prefix + "scale"),
                        lines.has(prefix + "noiseG") ? lines.number(prefix + "noiseG") : 0,
                        lines.has(prefix + "timeWarp") ? lines.number(prefix + "timeWarp") : 0),
                lines.oneOf(TrainingSettings.Keep.class, prefix + "keep"),
                lines.longWhole(prefix + "seed"),
                lines.whole(prefix + "threads"),
                lines.has(prefix + "patience") ? lines.whole(prefix + "patience") : 0);
    }
}
