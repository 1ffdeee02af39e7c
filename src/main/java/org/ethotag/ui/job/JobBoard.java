package org.ethotag.ui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobState;

/** The jobs at work that a user should see, oldest first, and news of those that ended. FX thread only. */
public final class JobBoard {
    private final ObservableList<RunningJob> jobs = FXCollections.observableArrayList();
    private final ObservableList<RunningJob> view = FXCollections.unmodifiableObservableList(jobs);
    private final List<Consumer<Ended>> listeners = new ArrayList<>();

    /**
     * A job that is over.
     *
     * @param job that was at work
     * @param outcome its last state
     */
    public record Ended(RunningJob job, JobState<?> outcome) {}

    /** Read-only. */
    public ObservableList<RunningJob> jobs() {
        return view;
    }

    /** Is told of every job that is over, before its result is shown. */
    public void onEnded(Consumer<Ended> listener) {
        listeners.add(listener);
    }

    void add(RunningJob job) {
        jobs.add(job);
    }

    void remove(RunningJob job, JobState<?> outcome) {
        jobs.remove(job);
        listeners.forEach(listener -> listener.accept(new Ended(job, outcome)));
    }
}
