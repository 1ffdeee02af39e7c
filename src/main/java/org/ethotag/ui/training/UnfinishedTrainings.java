package org.ethotag.ui.training;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobState;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.UnfinishedStep;
import org.ethotag.workflow.Workflow;

/** Trainings that the program did not survive, to be taken up or forgotten. FX thread only. */
final class UnfinishedTrainings {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final ObservableList<UnfinishedStep> waiting = FXCollections.observableArrayList();

    UnfinishedTrainings(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
    }

    /** The newest first; none while something learns or the study can only be read. */
    ObservableList<UnfinishedStep> waiting() {
        return waiting;
    }

    /** Looks for them anew. */
    void read() {
        waiting.clear();
        study.project()
                .filter(project -> !project.readOnly())
                .ifPresent(project -> jobs.quiet()
                        .<List<UnfinishedStep>>start(
                                "unfinished", _ -> new Workflow(project).unfinished(), state -> take(state)));
    }

    /** Something learns now: what is under way is no longer waiting. */
    void hide() {
        waiting.clear();
    }

    /** Forgets one, with the epochs that are kept of it. */
    void discard(UnfinishedStep unfinished) {
        waiting.remove(unfinished);
        study.project()
                .ifPresent(project -> jobs.quiet()
                        .<Boolean>start(
                                "discard",
                                _ -> {
                                    new Workflow(project).discard(unfinished);
                                    return true;
                                },
                                state -> {
                                    if (state instanceof JobState.Failed<Boolean>(Throwable cause)) {
                                        problems.accept(cause);
                                        read();
                                    }
                                }));
    }

    private void take(JobState<List<UnfinishedStep>> read) {
        switch (read) {
            case JobState.Succeeded<List<UnfinishedStep>>(List<UnfinishedStep> steps) -> waiting.setAll(steps);
            case JobState.Failed<List<UnfinishedStep>>(Throwable cause) -> problems.accept(cause);
            case JobState.Idle<List<UnfinishedStep>> _,
                    JobState.Running<List<UnfinishedStep>> _,
                    JobState.Cancelled<List<UnfinishedStep>> _ -> {}
        }
    }
}
