package org.ethotag.ui.flash;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.jspecify.annotations.Nullable;

/** What a tag makes of its windows, each beside this computer's answer, while somebody looks. FX thread only. */
public final class LiveViewModel {
    private static final Duration BETWEEN_WINDOWS = Duration.ofSeconds(1);
    private static final int MOST_WINDOWS = 8;

    private final Jobs jobs;
    private final StudyViewModel study;
    private final TagBench bench;
    private final ObservableList<LiveWindow> windows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Throwable> trouble = new ReadOnlyObjectWrapper<>();
    private JobHandle living = () -> {};

    LiveViewModel(Jobs jobs, StudyViewModel study, TagBench bench) {
        this.jobs = jobs;
        this.study = study;
        this.bench = bench;
    }

    /** The newest windows that the tag classified, newest first; none while the first one is awaited. */
    public ObservableList<LiveWindow> windows() {
        return windows;
    }

    /** Why there are no windows, or null. */
    public ReadOnlyObjectProperty<@Nullable Throwable> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    void start(TagChoice tag, RunManifest run) {
        stop();
        study.project()
                .ifPresent(project -> living =
                        jobs.every(BETWEEN_WINDOWS, "live", _ -> bench.live(project, run.id(), tag), this::heard));
    }

    private void heard(JobState<Optional<LiveWindow>> answer) {
        if (answer instanceof JobState.Succeeded<Optional<LiveWindow>>(Optional<LiveWindow> window)) {
            window.ifPresent(this::show);
        } else if (answer instanceof JobState.Failed<Optional<LiveWindow>>(Throwable cause)) {
            living.cancel();
            trouble.set(cause);
        }
    }

    private void show(LiveWindow window) {
        if (windows.isEmpty()
                || windows.getFirst().compared().from() != window.compared().from()) {
            windows.addFirst(window);
        }
        if (windows.size() > MOST_WINDOWS) {
            windows.removeLast();
        }
    }

    void stop() {
        living.cancel();
        windows.clear();
        trouble.set(null);
    }
}
