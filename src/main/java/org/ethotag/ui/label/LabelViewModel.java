package org.ethotag.ui.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ethotag.job.Job;
import org.ethotag.job.JobState;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.project.EthogramFile;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.SessionRow;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.study.Traces;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.Playback;
import org.ethotag.ui.trace.PlayingCursor;
import org.ethotag.ui.trace.TraceViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Labelling one session. A key labels what is marked; with nothing marked it labels from the cursor to the next border:
 * the end of the bout under the cursor or of the unlabelled stretch, but never past a gap. FX thread only.
 */
public final class LabelViewModel {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Traces traces;
    private final Consumer<Throwable> problems;
    private final TraceViewModel trace;
    private final BorderSteps steps;
    private final DisagreementSteps disagreements;
    private final PlayingCursor playing;
    private Runnable behaviourEditor = () -> {};
    private final ReadOnlyObjectWrapper<Ethogram> ethogram = new ReadOnlyObjectWrapper<>(Ethogram.empty());
    private final ReadOnlyObjectWrapper<Map<String, Long>> samplesPerCode = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<SaveState> saveState = new ReadOnlyObjectWrapper<>(SaveState.SAVED);
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private @Nullable OpenTrace open;
    private @Nullable Session session;
    private SampleRange wanted = new SampleRange(0, 0);
    private int pending;
    private long newest;

    public LabelViewModel(Jobs jobs, StudyViewModel study, Traces traces, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.traces = traces;
        this.problems = problems;
        trace = new TraceViewModel(jobs, problems);
        steps = new BorderSteps(trace);
        disagreements = new DisagreementSteps(trace);
        playing = new PlayingCursor(trace);
        study.currentProperty().subscribe(this::load);
        Stream.of(trace.sourceProperty(), trace.cursorProperty(), trace.selectionProperty(), trace.trackProperty())
                .forEach(watched -> watched.subscribe(this::aim));
        trace.trackProperty().subscribe(this::count);
    }

    /** Shows samples of a session, marked, as soon as it is open. */
    public void show(String sessionId, SampleRange range) {
        wanted = range;
        Session now = session;
        if (now != null && now.id().equals(sessionId)) {
            showWanted();
        } else {
            study.sessions().stream()
                    .map(SessionRow::session)
                    .filter(one -> one.id().equals(sessionId))
                    .findFirst()
                    .ifPresent(study.currentProperty()::set);
        }
    }

    private void showWanted() {
        if (!wanted.isEmpty()) {
            trace.zoomTo(wanted);
            trace.mark(wanted.from(), wanted.to());
            trace.moveCursor(wanted.from());
            wanted = new SampleRange(0, 0);
        }
    }

    /** What the trace shows. */
    public TraceViewModel trace() {
        return trace;
    }

    /** The place that moves over the trace while it plays; the cursor goes with it. Anyone with a clock may drive it. */
    public Playback playback() {
        return playing.playback();
    }

    public ReadOnlyObjectProperty<Ethogram> ethogramProperty() {
        return ethogram.getReadOnlyProperty();
    }

    /** How many samples have which behaviour; all codes of the track. */
    public ReadOnlyObjectProperty<Map<String, Long>> samplesPerCodeProperty() {
        return samplesPerCode.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SaveState> saveStateProperty() {
        return saveState.getReadOnlyProperty();
    }

    /** What undo would undo, or empty. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What redo would redo, or empty. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** Whether a session is on the screen. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    private void load(@Nullable Session chosen) {
        long request = ++newest;
        release();
        Project project = study.projectProperty().get();
        if (chosen == null || project == null) {
            return;
        }
        jobs.quiet().<Loaded>start(chosen.name(), _ -> Loaded.of(project, chosen, traces), state -> {
            switch (state) {
                case JobState.Succeeded<Loaded>(Loaded loaded)
                when request != newest -> loaded.trace().close();
                case JobState.Succeeded<Loaded>(Loaded loaded) -> show(chosen, loaded);
                case JobState.Failed<Loaded>(Throwable cause) -> problems.accept(cause);
                case JobState.Idle<Loaded> _, JobState.Running<Loaded> _, JobState.Cancelled<Loaded> _ -> {}
            }
        });
    }

    private void release() {
        ready.set(false);
        trace.clear();
        session = null;
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private void show(Session chosen, Loaded loaded) {
        session = chosen;
        open = loaded.trace();
        setEthogram(loaded.ethogram());
        saveState.set(study.readOnlyProperty().get() ? SaveState.READ_ONLY : SaveState.SAVED);
        trace.show(loaded.trace().source(), loaded.history().track());
        take(loaded.history());
        showWanted();
        ready.set(true);
    }

    private void setEthogram(Ethogram known) {
        ethogram.set(known);
        var byCode = new LinkedHashMap<String, Behaviour>();
        known.behaviours().forEach(b -> byCode.put(b.code(), b));
        trace.behavioursProperty().set(byCode);
    }

    private void take(History history) {
        trace.trackProperty().set(history.track());
        undoName.set(history.undoName());
        redoName.set(history.redoName());
    }

    /** The samples that a key would label now; empty for none. */
    public SampleRange target() {
        return trace.targetProperty().get();
    }

    private void aim() {
        trace.targetProperty().set(trace.source().isEmpty() ? new SampleRange(0, 0) : aimed());
    }

    private SampleRange aimed() {
        if (trace.hasSelection()) {
            return trace.selectionProperty().get();
        }
        long cursor = trace.cursorProperty().get();
        long stretchEnd = stretchEnd();
        if (cursor >= stretchEnd) {
            return new SampleRange(0, 0);
        }
        return trace.trackProperty().get().reach(new LabelEdit.LabelFrom(cursor, stretchEnd, "aim"));
    }

    private long stretchEnd() {
        return trace.source()
                .map(source -> source.stretchOf(trace.cursorProperty().get()).to())
                .orElse(0L);
    }

    private void count() {
        var counts = new LinkedHashMap<String, Long>();
        for (Bout bout : trace.trackProperty().get().bouts()) {
            counts.merge(bout.behaviour(), bout.range().length(), Long::sum);
        }
        samplesPerCode.set(counts);
    }

    /** Labels with the behaviour of a key; false if no behaviour has it. */
    public boolean press(String key) {
        Optional<Behaviour> behaviour = ethogram.get().behaviourForKey(key);
        behaviour.ifPresent(b -> label(b.code()));
        return behaviour.isPresent();
    }

    /** Labels what is marked, or from the cursor to the next border. */
    public void label(String code) {
        var range = target();
        if (range.isEmpty()) {
            return;
        }
        LabelEdit edit = trace.hasSelection()
                ? new LabelEdit.Label(range, code)
                : new LabelEdit.LabelFrom(trace.cursorProperty().get(), stretchEnd(), code);
        String name = ethogram.get().behaviour(code).map(Behaviour::name).orElse(code);
        edit(Texts.of("label.edit.label", name), edit);
    }

    /** Takes the labels away from what is marked, or from the bout under the cursor. */
    public void erase() {
        long cursor = trace.cursorProperty().get();
        var range = trace.hasSelection()
                ? Optional.of(trace.selectionProperty().get())
                : trace.trackProperty().get().boutAt(cursor).map(Bout::range);
        range.ifPresent(r -> edit(Texts.of("label.edit.erase"), new LabelEdit.Erase(r)));
    }

    private void edit(String name, LabelEdit edit) {
        Session edited = session;
        if (edited == null || study.readOnlyProperty().get()) {
            return;
        }
        trace.clearSelection();
        write(name, edited, project -> project.edit(edited.id(), name, edit));
    }

    /** Undoes the last edit of this session. */
    public void undo() {
        step(Texts.of("label.undo"), undoName.get(), (project, edited) -> project.undo(edited.id()));
    }

    /** Redoes what was undone last. */
    public void redo() {
        step(Texts.of("label.redo"), redoName.get(), (project, edited) -> project.redo(edited.id()));
    }

    private void step(String title, String name, HistoryMove move) {
        Session edited = session;
        if (edited != null && !name.isEmpty() && !study.readOnlyProperty().get()) {
            write(title, edited, project -> {
                move.on(project, edited);
                return project.labels(edited.id());
            });
        }
    }

    /** One step in a session's history. */
    @FunctionalInterface
    private interface HistoryMove {
        Object on(Project project, Session session);
    }

    /** One write after the other; the screen shows it when it is on the disk. */
    private void write(String title, Session edited, StudyViewModel.ProjectWork<LabelTrack> work) {
        Project project = study.projectProperty().get();
        if (project == null) {
            return;
        }
        pending++;
        saveState.set(SaveState.SAVING);
        Job<History> job = _ -> History.of(project, edited, work.on(project));
        jobs.edits().<History>start(title, job, state -> written(edited, state));
    }

    private void written(Session edited, JobState<History> state) {
        if (state instanceof JobState.Running<History>) {
            return;
        }
        pending--;
        if (state instanceof JobState.Failed<History>(Throwable cause)) {
            saveState.set(SaveState.FAILED);
            problems.accept(cause);
        } else if (pending == 0) {
            saveState.set(SaveState.SAVED);
            study.refresh();
        }
        if (state instanceof JobState.Succeeded<History>(History history) && edited.equals(session)) {
            take(history);
        }
    }

    /** Reads labels and behaviours of a session again, if it is on the screen, after another page changed them. */
    public void reread(String sessionId) {
        Session shown = session;
        Project project = study.projectProperty().get();
        if (shown == null || project == null || !shown.id().equals(sessionId)) {
            return;
        }
        changeEthogram(Project::ethogram);
        jobs.edits()
                .<History>start(shown.name(), _ -> History.of(project, shown, project.labels(shown.id())), state -> {
                    if (state instanceof JobState.Succeeded<History>(History history) && shown.equals(session)) {
                        take(history);
                    } else if (state instanceof JobState.Failed<History>(Throwable cause)) {
                        problems.accept(cause);
                    }
                });
    }

    /** Steps of the cursor over borders and gaps. */
    public BorderSteps steps() {
        return steps;
    }

    /** Steps of the cursor over what two tracks label differently. */
    public DisagreementSteps disagreements() {
        return disagreements;
    }

    /** Adds a behaviour with a free colour and key. */
    public void addBehaviour(String name) {
        String code = name.strip();
        if (!code.isEmpty()) {
            changeEthogram(project -> project.ensureBehaviours(List.of(code)));
        }
    }

    /** What {@link #editBehaviours} does. */
    public void onEditBehaviours(Runnable editor) {
        behaviourEditor = editor;
    }

    /** Opens the page where behaviours are edited. */
    public void editBehaviours() {
        behaviourEditor.run();
    }

    /** Names of the ethograms that come with the program. */
    public List<String> templates() {
        return EthogramFile.templates();
    }

    /** Takes the behaviours of a template into a study that has none. */
    public void useTemplate(String name) {
        changeEthogram(project -> {
            project.setEthogram(EthogramFile.template(name));
            return project.ethogram();
        });
    }

    private void changeEthogram(StudyViewModel.ProjectWork<Ethogram> work) {
        study.project()
                .ifPresent(project -> jobs.edits()
                        .<Ethogram>start(Texts.of("label.adding"), _ -> work.on(project), state -> {
                            switch (state) {
                                case JobState.Succeeded<Ethogram>(Ethogram known) -> setEthogram(known);
                                case JobState.Failed<Ethogram>(Throwable cause) -> problems.accept(cause);
                                case JobState.Idle<Ethogram> _,
                                        JobState.Running<Ethogram> _,
                                        JobState.Cancelled<Ethogram> _ -> {}
                            }
                        }));
    }

    /** What the disk says after a step. */
    private record History(LabelTrack track, String undoName, String redoName) {
        static History of(Project project, Session session, LabelTrack track) {
            return new History(
                    track,
                    project.undoName(session.id()).orElse(""),
                    project.redoName(session.id()).orElse(""));
        }
    }

    /** What a worker thread read of a session. */
    private record Loaded(OpenTrace trace, Ethogram ethogram, History history) {
        static Loaded of(Project project, Session session, Traces traces) {
            var history = History.of(project, session, project.labels(session.id()));
            var known = project.ethogram();
            return new Loaded(traces.open(project, session), known, history);
        }
    }
}
