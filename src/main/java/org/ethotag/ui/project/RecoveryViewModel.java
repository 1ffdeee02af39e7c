package org.ethotag.ui.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobState;
import org.ethotag.project.Project;
import org.ethotag.project.Recovery;
import org.ethotag.project.SavedCopy;
import org.ethotag.project.TrackContent;
import org.ethotag.project.TrackDifference;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.jspecify.annotations.Nullable;

/** What is saved of a study and when: of the open one, or of one that cannot be opened. FX thread only. */
public final class RecoveryViewModel {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final LatestWins looking;
    private final ReadOnlyObjectWrapper<@Nullable Path> folder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SavedCopy> now = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Comparison> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<TrackContent> tracks = FXCollections.observableArrayList();
    private final ObservableList<SavedCopy> backups = FXCollections.observableArrayList();

    /**
     * A backup beside the study.
     *
     * @param backup that was compared
     * @param differences tracks that a restore would change
     */
    public record Comparison(SavedCopy backup, List<TrackDifference> differences) {}

    public RecoveryViewModel(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        looking = new LatestWins(jobs.quiet());
        study.projectProperty()
                .subscribe(() -> study.project().map(Project::folder).ifPresentOrElse(this::point, this::clear));
    }

    private void clear() {
        looking.cancel();
        folder.set(null);
        show(null, List.of());
    }

    private void point(Path to) {
        folder.set(to);
        show(null, List.of());
    }

    /** Looks at a study that need not be open, nor whole. */
    public void look(Path study) {
        point(study);
        refresh();
    }

    public ReadOnlyObjectProperty<@Nullable SavedCopy> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Comparison> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Whether files are being looked through. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Every label track, in the order of the sessions. */
    public ObservableList<TrackContent> tracks() {
        return tracks;
    }

    /** The backups, the newest first. */
    public ObservableList<SavedCopy> backups() {
        return backups;
    }

    private Optional<Path> folder() {
        return Optional.ofNullable(folder.get());
    }

    /** Looks through the study and every backup again. */
    public void refresh() {
        folder().ifPresent(place -> {
            busy.set(true);
            looking.<Seen>start(
                    Texts.of("recovery.looking"),
                    monitor -> {
                        var recovery = new Recovery(place);
                        return new Seen(recovery.now(), recovery.backups(monitor));
                    },
                    this::seen);
        });
    }

    private void seen(JobState<Seen> state) {
        switch (state) {
            case JobState.Succeeded<Seen>(Seen seen) -> {
                busy.set(false);
                show(seen.now(), seen.backups());
            }
            case JobState.Failed<Seen>(Throwable cause) -> {
                busy.set(false);
                problems.accept(cause);
            }
            case JobState.Cancelled<Seen> _ -> busy.set(false);
            case JobState.Idle<Seen> _, JobState.Running<Seen> _ -> {}
        }
    }

    private void show(@Nullable SavedCopy copy, List<SavedCopy> found) {
        compared.set(null);
        now.set(copy);
        backups.setAll(found);
        tracks.setAll(
                copy == null
                        ? List.of()
                        : copy.content().stream()
                                .flatMap(content -> content.tracks().stream())
                                .toList());
    }

    /** Makes a backup of the open study now. */
    public void backUp() {
        study.project()
                .ifPresent(project -> jobs.edits()
                        .<Path>start(Texts.of("recovery.backing"), _ -> project.backUp(), state -> {
                            report(state);
                            if (state instanceof JobState.Succeeded<Path>) {
                                refresh();
                            }
                        }));
    }

    /** Finds out which tracks a restore would change. */
    public void compare(SavedCopy backup) {
        folder().ifPresent(place -> jobs.quiet()
                .<List<TrackDifference>>start(
                        Texts.of("recovery.comparing"), _ -> new Recovery(place).compare(backup.file()), state -> {
                            report(state);
                            if (state instanceof JobState.Succeeded<List<TrackDifference>>(var differences)) {
                                compared.set(new Comparison(backup, differences));
                            }
                        }));
    }

    /** Closes the study, puts a backup in its place, and opens it again. */
    public void restore(SavedCopy backup) {
        folder().ifPresent(place -> study.restore(place, backup.file()));
    }

    private <R> void report(JobState<R> state) {
        if (state instanceof JobState.Failed<R>(Throwable cause)) {
            problems.accept(cause);
        }
    }

    private record Seen(SavedCopy now, List<SavedCopy> backups) {}
}
