package org.ethotag.ui.job;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The jobs at work that a user should see, oldest first. FX thread only. */
public final class JobBoard {
    private final ObservableList<RunningJob> jobs = FXCollections.observableArrayList();
    private final ObservableList<RunningJob> view = FXCollections.unmodifiableObservableList(jobs);

    /** Read-only. */
    public ObservableList<RunningJob> jobs() {
        return view;
    }

    void add(RunningJob job) {
        jobs.add(job);
    }

    void remove(RunningJob job) {
        jobs.remove(job);
    }
}
