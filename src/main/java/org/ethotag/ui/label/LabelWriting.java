package org.ethotag.ui.label;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ethotag.job.JobState;
import org.ethotag.project.Project;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;

/**
 * Puts edits on the disk, one after the other, and says whether all are there. What a write gives is shown when it is on
 * the disk, never before. FX thread only.
 */
final class LabelWriting {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final ReadOnlyObjectWrapper<SaveState> state = new ReadOnlyObjectWrapper<>(SaveState.SAVED);
    private int pending;

    LabelWriting(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
    }

    ReadOnlyObjectProperty<SaveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** A study was opened or a session shown. */
    void begin() {
        if (pending == 0) {
            state.set(study.readOnlyProperty().get() ? SaveState.READ_ONLY : SaveState.SAVED);
        }
    }

    boolean possible() {
        return study.project().isPresent() && !study.readOnlyProperty().get();
    }

    /** Reads after all writes that are under way. */
    <T> void read(String title, StudyViewModel.ProjectWork<T> work, Consumer<T> done) {
        study.project()
                .ifPresent(project -> jobs.edits().<T>start(title, _ -> work.on(project), now -> {
                    switch (now) {
                        case JobState.Succeeded<T>(T result) -> accept(project, result, done);
                        case JobState.Failed<T>(Throwable cause) -> problems.accept(cause);
                        case JobState.Idle<T> _, JobState.Running<T> _, JobState.Cancelled<T> _ -> {}
                    }
                }));
    }

    /** Writes; nothing happens if the study cannot be changed. */
    <T> void write(String title, StudyViewModel.ProjectWork<T> work, Consumer<T> done) {
        if (possible()) {
            var project = study.project().orElseThrow();
            pending++;
            state.set(SaveState.SAVING);
            jobs.edits().<T>start(title, _ -> work.on(project), now -> written(project, now, done));
        }
    }

    private <T> void written(Project project, JobState<T> now, Consumer<T> done) {
        if (now instanceof JobState.Running<T>) {
            return;
        }
        pending--;
        if (now instanceof JobState.Failed<T>(Throwable cause)) {
            state.set(SaveState.FAILED);
            problems.accept(cause);
        } else if (pending == 0) {
            state.set(SaveState.SAVED);
            study.refresh();
        }
        if (now instanceof JobState.Succeeded<T>(T result)) {
            accept(project, result, done);
        }
    }

    private <T> void accept(Project project, T result, Consumer<T> done) {
        if (study.project().filter(project::equals).isPresent()) {
            done.accept(result);
        }
    }
}
