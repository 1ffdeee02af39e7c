package org.ethotag.workflow.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.WorkflowProblem;

/** The sample recordings as a study: for the tour and the demo. */
public final class SampleStudy {
    /** A study's setting that marks it as one of these, so that nobody else's folder is ever touched. */
    private static final String MARK = "sample-study";

    private static final String NAME = "Sample herd";

    private SampleStudy() {}

    /**
     * Makes the study, or leaves it as it is if it was made before.
     *
     * @param files the sample recordings; the animal is the file's name
     * @throws ProblemException if the folder holds something else
     */
    public static void make(Path folder, List<Path> files, JobMonitor monitor) {
        try (var project = openOrCreate(folder)) {
            var there =
                    project.sessions().stream().map(session -> session.animal()).toList();
            var missing = files.stream()
                    .filter(file -> !there.contains(animalOf(file)))
                    .toList();
            new Workflow(project)
                    .run(new ImportStep(missing, ImportSettings.guessed().withNamePattern("(?<animal>\\w+)")), monitor);
        }
    }

    private static Project openOrCreate(Path folder) {
        if (!Files.exists(folder)) {
            var project = Project.create(folder, NAME);
            project.putSetting(MARK, "true");
            return project;
        }
        if (!Files.exists(folder.resolve("study.ethotag"))) {
            throw new ProblemException(WorkflowProblem.NOT_A_SAMPLE_STUDY, folder);
        }
        var project = Project.open(folder);
        if (project.setting(MARK).isEmpty()) {
            project.close();
            throw new ProblemException(WorkflowProblem.NOT_A_SAMPLE_STUDY, folder);
        }
        return project;
    }

    private static String animalOf(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }
}
