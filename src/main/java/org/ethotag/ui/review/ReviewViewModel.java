package org.ethotag.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobState;
import org.ethotag.label.Bout;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.project.ModelTrack;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.recording.Session;
import org.ethotag.review.ReviewDecision;
import org.ethotag.review.ReviewDecision.Verdict;
import org.ethotag.review.ReviewItem;
import org.ethotag.review.ReviewItem.Reason;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.PrelabelStep;
import org.ethotag.workflow.Prelabelled;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.RunKind;
import org.jspecify.annotations.Nullable;

/**
 * Going through labels in doubt: each is kept, corrected or skipped, and the next one is shown. Edits are ordinary edits of
 * the session's labels, so they can be undone like any other; decisions are in the study. FX thread only.
 */
public final class ReviewViewModel {
    private static final List<String> MODELS =
            List.of(RunKind.TEACHER.id(), RunKind.STUDENT.id(), RunKind.QUANTIZED.id());

    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final Desk desk;
    private final ObservableList<ReviewSource> sources = FXCollections.observableArrayList();
    private final ObservableList<RunManifest> models = FXCollections.observableArrayList();
    private final ObservableList<ReviewItem> items = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ReviewSource> source = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable ReviewItem> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ReviewQueue> queue = new ReadOnlyObjectWrapper<>(ReviewQueue.empty());
    private final ReadOnlyObjectWrapper<Ethogram> ethogram = new ReadOnlyObjectWrapper<>(Ethogram.empty());
    private final ReadOnlyBooleanWrapper labelling = new ReadOnlyBooleanWrapper();
    private final List<Done> done = new ArrayList<>();
    private long newest;

    /** What the review page asks of the page that it stands beside. */
    public interface Desk {
        /** Shows samples of a session, marked. */
        void show(String session, SampleRange range);

        /** Reads the labels of a session again if it is on the screen. */
        void reread(String session);
    }

    /** What was decided in this sitting, and the name of the edit that went with it, or empty. */
    private record Done(ReviewItem item, ReviewDecision decision, String edit) {}

    public ReviewViewModel(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems, Desk desk) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        this.desk = desk;
        study.runs().subscribe(this::lookForSources);
        study.projectProperty().subscribe(_ -> {
            done.clear();
            source.set(null);
            lookForSources();
        });
        source.subscribe(_ -> load(0));
    }

    /** What can be gone through, the newest first. */
    public ObservableList<ReviewSource> sources() {
        return sources;
    }

    /** Runs that can label, the newest first. */
    public ObservableList<RunManifest> models() {
        return models;
    }

    /** What is gone through. */
    public ObjectProperty<@Nullable ReviewSource> sourceProperty() {
        return source;
    }

    /** What is left, the most doubtful first. */
    public ObservableList<ReviewItem> items() {
        return items;
    }

    /** The list with its numbers. */
    ReadOnlyObjectProperty<ReviewQueue> queueProperty() {
        return queue.getReadOnlyProperty();
    }

    /** The stretch that a key decides on. */
    public ReadOnlyObjectProperty<@Nullable ReviewItem> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Ethogram> ethogramProperty() {
        return ethogram.getReadOnlyProperty();
    }

    /** Whether a model is at work. */
    public ReadOnlyBooleanProperty labellingProperty() {
        return labelling.getReadOnlyProperty();
    }

    /** The study's session with an id. */
    Optional<Session> session(String id) {
        return study.sessions().stream()
                .map(row -> row.session())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private void lookForSources() {
        Project project = study.projectProperty().get();
        if (project == null) {
            sources.clear();
            models.clear();
            return;
        }
        models.setAll(study.runs().reversed().stream()
                .filter(run -> MODELS.contains(run.kind()))
                .toList());
        jobs.quiet().<List<String>>start("tracks", _ -> tracks(project), state -> {
            if (state instanceof JobState.Succeeded<List<String>>(List<String> tracks)
                    && project == study.projectProperty().get()) {
                offer(tracks);
            } else if (state instanceof JobState.Failed<List<String>>(Throwable cause)) {
                problems.accept(cause);
            }
        });
    }

    private static List<String> tracks(Project project) {
        return project.reviews().modelTracks().stream()
                .map(ModelTrack::track)
                .distinct()
                .toList();
    }

    private void offer(List<String> tracks) {
        var found = new ArrayList<ReviewSource>();
        study.runs().reversed().stream()
                .filter(run -> run.kind().equals(RunKind.CROSSVALIDATION.id()))
                .forEach(run -> found.add(new ReviewSource.Contradicted(run.id())));
        tracks.forEach(track -> found.add(new ReviewSource.Unsure(track)));
        if (!study.sessions().isEmpty()) {
            found.add(new ReviewSource.Implausible());
        }
        if (!found.equals(sources)) {
            ReviewSource chosen = source.get();
            sources.setAll(found);
            source.set(found.contains(chosen) ? chosen : first(found));
        }
    }

    /** What is shown unasked: never what would read every recording. */
    private static @Nullable ReviewSource first(List<ReviewSource> found) {
        return found.stream()
                .filter(one -> !(one instanceof ReviewSource.Implausible))
                .findFirst()
                .orElse(null);
    }

    /** Lists again, for example after labels were changed elsewhere; decisions stay. */
    public void refresh() {
        load(0);
    }

    private void load(int place) {
        long request = ++newest;
        Project project = study.projectProperty().get();
        ReviewSource chosen = source.get();
        if (project == null || chosen == null) {
            take(new Loaded(ReviewQueue.empty(), Ethogram.empty()), place);
            return;
        }
        jobs.quiet().<Loaded>start("review", _ -> Loaded.of(project, chosen), state -> {
            if (request != newest) {
                return;
            }
            if (state instanceof JobState.Succeeded<Loaded>(Loaded loaded)) {
                take(loaded, place);
            } else if (state instanceof JobState.Failed<Loaded>(Throwable cause)) {
                take(new Loaded(ReviewQueue.empty(), Ethogram.empty()), 0);
                problems.accept(cause);
            }
        });
    }

    private void take(Loaded loaded, int place) {
        queue.set(loaded.queue());
        ethogram.set(loaded.ethogram());
        items.setAll(loaded.queue().left());
        current.set(items.isEmpty() ? null : items.get(Math.min(place, items.size() - 1)));
    }

    /** Shows a stretch in its trace; keys decide on it from now on. */
    public void choose(ReviewItem item) {
        current.set(item);
        desk.show(item.session(), item.range());
    }

    /** Whether decisions can be made. */
    public boolean canDecide() {
        return current.get() != null && !study.readOnlyProperty().get();
    }

    /** The label is right; a pre-label goes to the labels of people where these have none. */
    public void accept() {
        ReviewItem item = current.get();
        if (item != null) {
            decide(item, Verdict.ACCEPTED, item.reason() == Reason.UNSURE ? item.label() : "");
        }
    }

    /** It is a behaviour; if that is its label already, the label is right. */
    public void correct(String code) {
        ReviewItem item = current.get();
        if (item != null) {
            boolean same = code.equals(item.label());
            decide(
                    item,
                    same ? Verdict.ACCEPTED : Verdict.CORRECTED,
                    same && item.reason() != Reason.UNSURE ? "" : code);
        }
    }

    /** It is the behaviour of a key; false if no behaviour has that key. */
    public boolean press(String key) {
        var behaviour = ethogram.get().behaviourForKey(key);
        behaviour.ifPresent(b -> correct(b.code()));
        return behaviour.isPresent();
    }

    /** Not now: it does not come back in this list. */
    public void skip() {
        ReviewItem item = current.get();
        if (item != null) {
            decide(item, Verdict.SKIPPED, "");
        }
    }

    /** @param code what the stretch is labelled with, or empty if labels stay as they are */
    private void decide(ReviewItem item, Verdict verdict, String code) {
        Project project = study.projectProperty().get();
        ReviewSource chosen = source.get();
        if (project == null || chosen == null || study.readOnlyProperty().get()) {
            return;
        }
        var decision = ReviewQueue.decision(chosen, item, verdict);
        String name = code.isEmpty() ? "" : Texts.of("review.edit", nameOf(code));
        next(item);
        jobs.edits()
                .<Done>start(
                        Texts.of("review.deciding"),
                        _ -> {
                            if (!code.isEmpty()) {
                                var effect = verdict == Verdict.CORRECTED
                                        ? new LabelEdit.Label(item.range(), code)
                                        : filled(project.labels(item.session()), item.range(), code);
                                project.edit(item.session(), name, effect);
                            }
                            project.reviews().add(decision);
                            return new Done(item, decision, name);
                        },
                        state -> {
                            switch (state) {
                                case JobState.Succeeded<Done>(Done one) -> decided(one);
                                case JobState.Failed<Done>(Throwable cause) -> {
                                    problems.accept(cause);
                                    refresh(); // what was not written is still to be decided
                                }
                                case JobState.Idle<Done> _, JobState.Running<Done> _, JobState.Cancelled<Done> _ -> {}
                            }
                        });
    }

    private String nameOf(String code) {
        return ethogram.get().behaviour(code).map(one -> one.name()).orElse(code);
    }

    /** What people labelled stays; what they did not becomes {@code code}. */
    static LabelEdit filled(LabelTrack track, SampleRange range, String code) {
        var bouts = new ArrayList<>(track.cut(range));
        var free = List.of(range);
        for (Bout bout : track.cut(range)) {
            free = free.stream()
                    .flatMap(one -> one.minus(bout.range()).stream())
                    .toList();
        }
        free.forEach(one -> bouts.add(new Bout(one, code)));
        bouts.sort((a, b) -> a.range().compareTo(b.range()));
        return new LabelEdit.Restore(range, bouts);
    }

    private void decided(Done one) {
        done.add(one);
        var before = queue.get();
        queue.set(new ReviewQueue(before.list(), before.left(), before.decided() + 1));
        if (!one.edit().isEmpty()) {
            desk.reread(one.item().session());
            study.refresh();
        }
    }

    /** The queue goes on before the disk has answered; if that fails the item comes back. */
    private void next(ReviewItem item) {
        int place = items.indexOf(item);
        items.remove(item);
        if (items.isEmpty()) {
            current.set(null);
        } else {
            choose(items.get(Math.min(Math.max(0, place), items.size() - 1)));
        }
    }

    /** Takes the last decision of this sitting back, with its edit if that is still the session's last one. */
    public void takeBack() {
        Project project = study.projectProperty().get();
        if (project == null || done.isEmpty() || study.readOnlyProperty().get()) {
            return;
        }
        var last = done.removeLast();
        jobs.edits()
                .<Done>start(
                        Texts.of("review.takingBack"),
                        _ -> {
                            String session = last.item().session();
                            if (!last.edit().isEmpty()
                                    && project.undoName(session)
                                            .filter(last.edit()::equals)
                                            .isPresent()) {
                                project.undo(session);
                            }
                            project.reviews().withdraw(last.decision());
                            return last;
                        },
                        state -> {
                            if (state instanceof JobState.Succeeded<Done>(Done taken)) {
                                desk.reread(taken.item().session());
                                items.remove(taken.item());
                                items.addFirst(taken.item());
                                var before = queue.get();
                                queue.set(new ReviewQueue(
                                        before.list(), before.left(), Math.max(0, before.decided() - 1)));
                                choose(taken.item());
                            } else if (state instanceof JobState.Failed<Done>(Throwable cause)) {
                                problems.accept(cause);
                            }
                        });
    }

    /**
     * Lets a model label sessions.
     *
     * @param everything all sessions, or only the one that is on the screen
     */
    public void prelabel(RunManifest run, boolean everything) {
        Project project = study.projectProperty().get();
        Session shown = study.currentProperty().get();
        if (project == null || (shown == null && !everything) || labelling.get()) {
            return;
        }
        var wanted = everything || shown == null
                ? study.sessions().stream().map(row -> row.session().id()).toList()
                : List.of(shown.id());
        var step = new PrelabelStep(run.id(), wanted, "", 0);
        labelling.set(true);
        jobs.training()
                .<List<Prelabelled>>start(
                        Texts.of("review.prelabelling", run.id()),
                        monitor -> new Workflow(project).run(step, monitor),
                        state -> {
                            if (state instanceof JobState.Running<List<Prelabelled>>) {
                                return;
                            }
                            labelling.set(false);
                            if (state instanceof JobState.Failed<List<Prelabelled>>(Throwable cause)) {
                                problems.accept(cause);
                            }
                            wanted.forEach(desk::reread);
                            lookForSources();
                            if (state instanceof JobState.Succeeded<List<Prelabelled>>) {
                                study.refresh();
                                goTo(new ReviewSource.Unsure(PrelabelStep.trackOf(run.id())));
                            }
                        });
    }

    private void goTo(ReviewSource wanted) {
        if (!sources.contains(wanted)) {
            sources.add(wanted);
        }
        if (wanted.equals(source.get())) {
            refresh();
        } else {
            source.set(wanted);
        }
    }

    /** What a worker thread read. */
    private record Loaded(ReviewQueue queue, Ethogram ethogram) {
        static Loaded of(Project project, ReviewSource source) {
            return new Loaded(ReviewQueue.of(project, source), project.ethogram());
        }
    }
}
