package org.ethotag.ui.evaluation;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.sweep.SweepResult;
import org.jspecify.annotations.Nullable;

/** What came out of the sweep that is shown. FX thread only. */
public final class SweepViewModel {
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final LatestWins loading;
    private final ReadOnlyObjectWrapper<@Nullable SweepResult> result = new ReadOnlyObjectWrapper<>();

    SweepViewModel(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.study = study;
        this.problems = problems;
        loading = new LatestWins(jobs.quiet());
    }

    /** Whether a run is a sweep. */
    static boolean isSweep(@Nullable RunManifest run) {
        return run != null && run.kind().equals(RunKind.SWEEP.id());
    }

    /** Its scores; null until they are read, and if no sweep is shown. */
    public ReadOnlyObjectProperty<@Nullable SweepResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** @param run a sweep, or any other run for none */
    void show(@Nullable RunManifest run) {
        loading.cancel();
        result.set(null);
        var project = study.projectProperty().get();
        if (run != null && isSweep(run) && project != null) {
            loading.<SweepResult>start(run.id(), _ -> new Workflow(project).sweep(run.id()), state -> {
                if (state instanceof JobState.Succeeded<SweepResult>(SweepResult found)) {
                    result.set(found);
                } else if (state instanceof JobState.Failed<SweepResult>(Throwable cause)) {
                    problems.accept(cause);
                }
            });
        }
    }
}
