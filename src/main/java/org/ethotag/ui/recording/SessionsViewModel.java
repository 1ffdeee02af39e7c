package org.ethotag.ui.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobMonitor;
import org.ethotag.job.JobState;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportReport;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.problem.UiProblem;
import org.ethotag.ui.study.StudyViewModel;

/** Importing recordings, and what was found in them. FX thread only. */
public final class SessionsViewModel {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Importer importer;
    private final Consumer<Throwable> problems;
    private final ObservableList<ImportReport> reports = FXCollections.observableArrayList();

    public SessionsViewModel(Jobs jobs, StudyViewModel study, Importer importer, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.importer = importer;
        this.problems = problems;
        study.projectProperty().subscribe(() -> reports.clear());
    }

    /** What the imports since the study was opened have found, newest first. */
    public ObservableList<ImportReport> reports() {
        return reports;
    }

    /** Animals that the study knows already. */
    public List<String> animals() {
        return study.sessions().stream()
                .map(row -> row.session().animal())
                .distinct()
                .sorted()
                .toList();
    }

    /** Imports files one after the other; one that fails is told and the others go on. */
    public void importFiles(List<Path> files, ImportSettings settings) {
        study.project()
                .ifPresent(project -> jobs.background()
                        .<Outcome>start(
                                Texts.of("sessions.importing", files.size()),
                                monitor -> importAll(project, files, settings, monitor),
                                this::imported));
    }

    private Outcome importAll(Project project, List<Path> files, ImportSettings settings, JobMonitor monitor) {
        var done = new ArrayList<ImportReport>();
        var failed = new ArrayList<ProblemException>();
        for (int i = 0; i < files.size(); i++) {
            monitor.checkCancelled();
            Path file = files.get(i);
            var part = monitor.part((double) i / files.size(), (i + 1.0) / files.size());
            try {
                if (!Files.isRegularFile(file)) {
                    throw new ProblemException(UiProblem.NOT_A_RECORDING, file);
                }
                done.add(importer.importFile(project, file, settings, part));
            } catch (ProblemException problem) {
                failed.add(problem);
            }
        }
        return new Outcome(done, failed);
    }

    private void imported(JobState<Outcome> state) {
        switch (state) {
            case JobState.Succeeded<Outcome>(Outcome outcome) -> {
                outcome.done().forEach(report -> reports.addFirst(report));
                outcome.failed().forEach(problems);
                study.refresh();
            }
            case JobState.Failed<Outcome>(Throwable cause) -> {
                problems.accept(cause);
                study.refresh();
            }
            case JobState.Cancelled<Outcome> _ -> study.refresh();
            case JobState.Idle<Outcome> _, JobState.Running<Outcome> _ -> {}
        }
    }

    /** What importing several files came to. */
    private record Outcome(List<ImportReport> done, List<ProblemException> failed) {}
}
