package org.ethotag.ui.mounting;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobMonitor;
import org.ethotag.job.JobState;
import org.ethotag.signal.Rotation;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.StudyMountings;
import org.ethotag.workflow.StudyMountings.Sitting;
import org.ethotag.workflow.Workflow;

/** How the tags of the open study sit, and what can be done about it. FX thread only. */
public final class MountingsViewModel {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final ObservableList<Sitting> tags = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public MountingsViewModel(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        study.projectProperty().subscribe(() -> tags.clear());
    }

    /** What a study is asked, on a thread of its own. */
    private interface Request {
        StudyMountings of(Workflow workflow, JobMonitor monitor);
    }

    /** Every tag on an animal that recorded something. */
    public ObservableList<Sitting> tags() {
        return tags;
    }

    /** Whether something is being found out. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether frames can only be looked at. */
    public ReadOnlyBooleanProperty readOnlyProperty() {
        return study.readOnlyProperty();
    }

    /** Reads how the tags sit. */
    public void look() {
        ask(Workflow::mountings);
    }

    /** Finds the frame of every tag whose frame nobody set. */
    public void estimate() {
        ask(Workflow::estimateFrames);
    }

    /** Sets the frame of a tag by hand. */
    public void set(Sitting tag, Rotation frame) {
        ask((workflow, monitor) -> {
            workflow.setFrame(tag.on().name(), frame);
            return workflow.mountings(monitor);
        });
    }

    /** Forgets the frame of a tag: it counts as worn until it is found or set again. */
    public void forget(Sitting tag) {
        ask((workflow, monitor) -> {
            workflow.forgetFrame(tag.on().name());
            return workflow.mountings(monitor);
        });
    }

    private void ask(Request request) {
        if (busy.get()) {
            return;
        }
        study.project()
                .ifPresent(project -> jobs.background()
                        .<StudyMountings>start(
                                Texts.of("mounting.job"),
                                monitor -> request.of(new Workflow(project), monitor),
                                this::told));
    }

    private void told(JobState<StudyMountings> state) {
        busy.set(state instanceof JobState.Running<StudyMountings>);
        switch (state) {
            case JobState.Succeeded<StudyMountings>(StudyMountings found) -> tags.setAll(found.tags());
            case JobState.Failed<StudyMountings>(Throwable cause) -> problems.accept(cause);
            case JobState.Idle<StudyMountings> _,
                    JobState.Running<StudyMountings> _,
                    JobState.Cancelled<StudyMountings> _ -> {}
        }
    }
}
