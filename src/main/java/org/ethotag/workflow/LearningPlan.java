package org.ethotag.workflow;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.ethotag.file.SmallFile;
import org.ethotag.file.WholeFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.training.FoldRunner;
import org.ethotag.workflow.run.RunArchive;
import org.jspecify.annotations.Nullable;

/**
 * What is trained one after the other: a teacher, its students, and their judgement. While it is under way it lies in a file
 * of the study, so that whoever takes up a step that the program did not survive knows what was to follow.
 *
 * @param teacher first
 * @param students second, of no teacher's run yet
 * @param judgement third; null if animals are held out from the start
 */
public record LearningPlan(
        TrainTeacherStep teacher,
        DistilStep students,
        @Nullable CrossValidateStep judgement) {
    private static final String FILE = "plan.properties";
    private static final long MOST_BYTES = 1 << 20;
    private static final String TEACHER = "teacher/";
    private static final String STUDENTS = "students/";
    private static final String JUDGEMENT = "judgement/";

    /** The students of a teacher that there is. */
    public DistilStep studentsOf(String teacherRun) {
        return new DistilStep(
                teacherRun,
                students.shape(),
                students.distillation(),
                students.training(),
                students.fineTuning(),
                students.softLabels());
    }

    /** The part that an unfinished step is. */
    public Part partOf(UnfinishedStep unfinished) {
        var asked = unfinished.step().settings();
        if (asked.equals(StepSettings.of(teacher))) {
            return Part.TEACHER;
        }
        if (asked.equals(StepSettings.of(studentsOf(unfinished.step().setting(RunArchive.TEACHER_RUN))))) {
            return Part.STUDENTS;
        }
        return judgement != null && asked.equals(StepSettings.of(judgement)) ? Part.JUDGEMENT : Part.NONE;
    }

    /** A part of a plan. */
    public enum Part {
        TEACHER,
        STUDENTS,
        JUDGEMENT,
        /** The step belongs to no plan or to another one. */
        NONE
    }

    /** Keeps it in the study until it is forgotten or another one is kept. @throws ProblemException if that cannot be */
    public void keep(Project project) {
        var lines = new Properties();
        put(lines, TEACHER, StepSettings.of(teacher));
        put(lines, STUDENTS, StepSettings.of(students));
        if (judgement != null) {
            put(lines, JUDGEMENT, StepSettings.of(judgement));
        }
        var text = new StringWriter();
        try {
            lines.store(text, null);
            Files.createDirectories(file(project).getParent());
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.PLAN_UNWRITABLE, file(project), failure).causedBy(failure);
        }
        WholeFile.write(file(project), text.toString());
    }

    /** What was kept last and not forgotten; nothing if it cannot be read, because it only says what was to follow. */
    public static Optional<LearningPlan> of(Project project) {
        var lines = new Properties();
        try {
            if (!Files.exists(file(project))) {
                return Optional.empty();
            }
            lines.load(new StringReader(SmallFile.text(file(project), MOST_BYTES)));
            var judgement = part(lines, JUDGEMENT);
            return Optional.of(new LearningPlan(
                    recipe(part(lines, TEACHER)).teacher(),
                    recipe(part(lines, STUDENTS)).student(),
                    judgement.isEmpty() ? null : recipe(judgement).crossValidation(FoldRunner.spareProcesses())));
        } catch (IOException | IllegalArgumentException | ProblemException unreadable) {
            return Optional.empty();
        }
    }

    /** It has come to its end. @throws ProblemException if the file cannot be deleted */
    public static void forget(Project project) {
        try {
            Files.deleteIfExists(file(project));
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.PLAN_UNWRITABLE, file(project), failure).causedBy(failure);
        }
    }

    private static RunRecipe recipe(Map<String, String> settings) {
        return new RunRecipe(FILE, settings, settings);
    }

    private static void put(Properties lines, String prefix, Map<String, String> settings) {
        new TreeMap<>(settings).forEach((name, value) -> lines.setProperty(prefix + name, value));
    }

    private static Map<String, String> part(Properties lines, String prefix) {
        var settings = new HashMap<String, String>();
        for (String name : lines.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                settings.put(name.substring(prefix.length()), lines.getProperty(name));
            }
        }
        return settings;
    }

    private static Path file(Project project) {
        return project.folder().resolve(StudyShelf.FOLDER).resolve(FILE);
    }
}
