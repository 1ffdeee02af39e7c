package org.ethotag.ui.study;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.Job;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobRunner;
import org.ethotag.job.JobState;
import org.ethotag.problem.ProblemCode;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.ProjectProblem;
import org.ethotag.project.Recovery;
import org.ethotag.project.RunManifest;
import org.ethotag.recording.Session;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.jspecify.annotations.Nullable;

/** The study that is open, and what screens share of it. FX thread only; the work is done by jobs. */
public final class StudyViewModel {
    /** How often a study that stays open is asked whether its backup of the day is due. */
    private static final Duration BETWEEN_BACKUPS = Duration.ofHours(1);

    private static final Set<ProblemCode> BROKEN = Set.of(ProjectProblem.DAMAGED, ProjectProblem.NOT_A_STUDY);

    private final Jobs jobs;
    private final Consumer<Throwable> problems;
    private final Consumer<Path> tellUnreadable;
    private final ReadOnlyObjectWrapper<@Nullable Project> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper();
    private final ObservableList<SessionRow> sessions = FXCollections.observableArrayList();
    private final ObservableList<RunManifest> runs = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Session> current = new SimpleObjectProperty<>();
    private Consumer<Path> opened = _ -> {};
    private Consumer<Path> unreadable = _ -> {};
    private JobHandle backups = () -> {};

    /** @param problems is told what went wrong */
    public StudyViewModel(Jobs jobs, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.problems = problems;
        tellUnreadable = jobs.relay(folder -> unreadable.accept(folder));
    }

    /** Calls back with the folder of every study that was opened. */
    public void onOpened(Consumer<Path> listener) {
        opened = listener;
    }

    /** Calls back with the folder of every study that could not be opened though there are backups of it. */
    public void onUnreadable(Consumer<Path> listener) {
        unreadable = listener;
    }

    public ReadOnlyObjectProperty<@Nullable Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** The open study, if any. */
    public Optional<Project> project() {
        return Optional.ofNullable(project.get());
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty readOnlyProperty() {
        return readOnly.getReadOnlyProperty();
    }

    /** The sessions in the order in which they came. */
    public ObservableList<SessionRow> sessions() {
        return sessions;
    }

    /** The runs, oldest first. */
    public ObservableList<RunManifest> runs() {
        return runs;
    }

    /** The session that the user works on. */
    public ObjectProperty<@Nullable Session> currentProperty() {
        return current;
    }

    /** Makes a study in a folder and opens it. */
    public void create(Path folder, String studyName) {
        load(Texts.of("study.creating"), _ -> Project.create(folder, studyName));
    }

    /** Opens the study in a folder. */
    public void open(Path folder) {
        if (holds(folder)) {
            return;
        }
        load(Texts.of("study.opening"), _ -> {
            try {
                return Project.open(folder);
            } catch (ProblemException failure) {
                if (!Project.backups(folder).isEmpty()
                        && BROKEN.contains(failure.problem().code())) {
                    tellUnreadable.accept(folder);
                }
                throw failure;
            }
        });
    }

    /** Closes the study, puts a backup in the place of the one in a folder, and opens that. */
    public void restore(Path folder, Path backup) {
        close();
        jobs.edits()
                .<List<Path>>start(Texts.of("study.restoring"), _ -> new Recovery(folder).restore(backup), state -> {
                    report(state);
                    if (state instanceof JobState.Succeeded<List<Path>>
                            || state instanceof JobState.Failed<List<Path>>) {
                        open(folder);
                    }
                });
    }

    /** Shows the session that the user works on anew, after its labels were changed elsewhere. */
    public void reloadCurrent() {
        Session shown = current.get();
        current.set(null);
        current.set(shown);
        refresh();
    }

    /** Makes the study in a folder if it is not there yet, by a job, and opens it. */
    public void openMade(Path folder, Job<Path> maker) {
        if (holds(folder)) {
            return;
        }
        load(Texts.of("study.sample"), monitor -> {
            maker.run(monitor);
            return Project.open(folder);
        });
    }

    /** Whether this window has the study open to write: opened a second time it would find itself locked out. */
    private boolean holds(Path folder) {
        Project open = project.get();
        return open != null
                && !open.readOnly()
                && open.folder()
                        .toAbsolutePath()
                        .normalize()
                        .equals(folder.toAbsolutePath().normalize());
    }

    private void load(String title, Job<Project> job) {
        jobs.background().<Loaded>start(title, monitor -> Loaded.of(job.run(monitor)), state -> {
            switch (state) {
                case JobState.Succeeded<Loaded>(Loaded loaded) -> show(loaded);
                case JobState.Failed<Loaded>(Throwable cause) -> problems.accept(cause);
                case JobState.Idle<Loaded> _, JobState.Running<Loaded> _, JobState.Cancelled<Loaded> _ -> {}
            }
        });
    }

    private void show(Loaded loaded) {
        close();
        name.set(loaded.name());
        readOnly.set(loaded.project().readOnly());
        sessions.setAll(loaded.sessions());
        project.set(loaded.project());
        runs.setAll(loaded.runs()); // after the project, because pages read the newest run's files from it
        if (!sessions.isEmpty()) {
            current.set(sessions.getFirst().session());
        }
        opened.accept(loaded.project().folder());
        if (!readOnly.get()) {
            backups = jobs.every(BETWEEN_BACKUPS, "backup", _ -> backedUp(loaded.project()), this::report);
        }
    }

    private static boolean backedUp(Project open) {
        open.backUpIfDue();
        return true;
    }

    /** Closes the study, if one is open. */
    public void close() {
        Project old = project.get();
        if (old == null) {
            return;
        }
        backups.cancel();
        backups = () -> {}; // it held the study
        current.set(null);
        project.set(null);
        sessions.clear();
        runs.clear();
        name.set("");
        readOnly.set(false);
        jobs.edits().start("close", _ -> closed(old), this::report);
    }

    private static boolean closed(Project old) {
        old.close();
        return true;
    }

    /** Reads sessions and runs again, after something changed them. */
    public void refresh() {
        project()
                .ifPresent(open -> jobs.quiet().<Loaded>start("refresh", _ -> Loaded.of(open), state -> {
                    report(state);
                    if (state instanceof JobState.Succeeded<Loaded>(Loaded loaded) && open == project.get()) {
                        take(loaded);
                    }
                }));
    }

    private void take(Loaded loaded) {
        if (!sessions.equals(loaded.sessions())) {
            sessions.setAll(loaded.sessions());
        }
        if (!runs.equals(loaded.runs())) {
            runs.setAll(loaded.runs());
        }
        Session shown = current.get();
        if (shown == null && !sessions.isEmpty()) {
            current.set(sessions.getFirst().session());
        }
    }

    /** Takes sessions, their labels and traces out of the study. */
    public void remove(List<Session> gone) {
        Session shown = current.get();
        if (shown != null && gone.contains(shown)) {
            current.set(null);
        }
        run(jobs.edits(), Texts.of("study.removing"), open -> {
            for (Session session : gone) {
                open.removeSession(session.id());
            }
            return true;
        });
    }

    /** Runs something on the open study, tells what went wrong, and reads the lists again when it worked. */
    public <R> void run(JobRunner runner, String title, ProjectWork<R> work) {
        project()
                .ifPresent(open -> runner.<R>start(title, _ -> work.on(open), state -> {
                    report(state);
                    if (state instanceof JobState.Succeeded<R>) {
                        refresh();
                    }
                }));
    }

    /**
     * Something done with a study.
     *
     * @param <R> what it gives
     */
    @FunctionalInterface
    public interface ProjectWork<R> {
        /** Does it, on a worker thread. */
        R on(Project project);
    }

    private <R> void report(JobState<R> state) {
        if (state instanceof JobState.Failed<R>(Throwable cause)) {
            problems.accept(cause);
        }
    }

    /** What a worker thread read of a study. */
    private record Loaded(Project project, String name, List<SessionRow> sessions, List<RunManifest> runs) {
        static Loaded of(Project project) {
            var rows = project.sessions().stream()
                    .map(session -> {
                        var track = project.labels(session.id());
                        return new SessionRow(
                                session, track.labelledSamples(), track.bouts().size());
                    })
                    .toList();
            return new Loaded(project, project.name(), rows, project.runs());
        }
    }
}
