package org.ethotag.workflow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ethotag.dataset.LabelShare;
import org.ethotag.training.FoldRunner;
import org.ethotag.training.StudentForm;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.sweep.SweepGrid;
import org.ethotag.workflow.sweep.SweepSource;

/**
 * Tries students of several sizes, with the labels of few or many animals and with several sources of soft labels. Every
 * animal in turn is judged by models that never saw it. All teachers and all students learn for the same number of steps,
 * however many windows a cell has.
 *
 * @param windows how the study is cut
 * @param grid what is tried
 * @param form what the students have in common
 * @param width of the teachers, 1 is the published size
 * @param teacher how teachers are trained, but for the epochs
 * @param teacherSteps changes of a teacher's weights, about
 * @param student how students are trained, but for epochs and seed
 * @param studentSteps changes of a student's weights, about
 * @param ensemble seeds of the teachers of an ensemble
 * @param circleSeed decides which animals lend their labels
 * @param processes how many folds are trained at the same time; 0 trains one after another in this process
 */
public record SweepStep(
        WindowSettings windows,
        SweepGrid grid,
        StudentForm form,
        double width,
        TrainingSettings teacher,
        int teacherSteps,
        TrainingSettings student,
        int studentSteps,
        List<Long> ensemble,
        long circleSeed,
        int processes)
        implements Step {
    private static final String PREFIX = "sweep.";
    private static final String HIDDEN = PREFIX + "hidden";
    private static final String SHARES = PREFIX + "labelledAnimals";
    private static final String SOURCES = PREFIX + "sources";
    private static final String TEMPERATURES = PREFIX + "temperatures";
    private static final String ALPHAS = PREFIX + "alphas";
    private static final String SEEDS = PREFIX + "seeds";
    private static final String ENSEMBLE = PREFIX + "ensemble";
    private static final String CIRCLE = PREFIX + "circleSeed";
    private static final String TEACHER_STEPS = PREFIX + "teacherSteps";
    private static final String STUDENT_STEPS = PREFIX + "studentSteps";

    public SweepStep {
        ensemble = List.copyOf(ensemble);
        if (teacherSteps < 1 || studentSteps < 1 || processes < 0 || ensemble.isEmpty()) {
            throw new IllegalArgumentException(
                    teacherSteps + " and " + studentSteps + " steps, " + processes + " processes, seeds " + ensemble);
        }
    }

    /** The same with another number of processes, which changes nothing but the time it takes. */
    SweepStep withProcesses(int value) {
        return new SweepStep(
                windows, grid, form, width, teacher, teacherSteps, student, studentSteps, ensemble, circleSeed, value);
    }

    /** What a manifest keeps of the grid and the steps. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put(HIDDEN, text(grid.hidden(), String::valueOf));
        values.put(SHARES, text(grid.shares(), LabelShare::text));
        values.put(SOURCES, text(grid.sources(), SweepSource::text));
        values.put(TEMPERATURES, text(grid.temperatures(), String::valueOf));
        values.put(ALPHAS, text(grid.alphas(), String::valueOf));
        values.put(SEEDS, text(grid.seeds(), String::valueOf));
        values.put(ENSEMBLE, text(ensemble, String::valueOf));
        values.put(CIRCLE, String.valueOf(circleSeed));
        values.put(TEACHER_STEPS, String.valueOf(teacherSteps));
        values.put(STUDENT_STEPS, String.valueOf(studentSteps));
        values.putAll(form.unusual());
        return values;
    }

    /** What {@link #values} wrote, with what a manifest says elsewhere. */
    static SweepStep of(
            Map<String, String> values,
            WindowSettings windows,
            double width,
            TrainingSettings teacher,
            TrainingSettings student) {
        return new SweepStep(
                windows,
                new SweepGrid(
                        list(values, HIDDEN, Integer::valueOf),
                        list(values, SHARES, LabelShare::parse),
                        list(values, SOURCES, SweepSource::parse),
                        list(values, TEMPERATURES, Double::valueOf),
                        list(values, ALPHAS, Double::valueOf),
                        list(values, SEEDS, Long::valueOf)),
                StudentForm.parse(values),
                width,
                teacher,
                Integer.parseInt(text(values, TEACHER_STEPS)),
                student,
                Integer.parseInt(text(values, STUDENT_STEPS)),
                list(values, ENSEMBLE, Long::valueOf),
                Long.parseLong(text(values, CIRCLE)),
                FoldRunner.spareProcesses());
    }

    private static <T> String text(List<T> list, Function<T, String> one) {
        return list.stream().map(one).collect(Collectors.joining(","));
    }

    private static <T> List<T> list(Map<String, String> values, String key, Function<String, T> one) {
        return Arrays.stream(text(values, key).split(",")).map(one).toList();
    }

    private static String text(Map<String, String> values, String key) {
        return Objects.requireNonNull(values.get(key), () -> "a sweep's manifest says " + key);
    }
}
