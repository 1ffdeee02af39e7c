package org.ethotag.ui.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ethotag.file.WholeFile;
import org.ethotag.job.Job;
import org.ethotag.job.JobState;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.BoutEdits;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.label.TrackList.Tracks;
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
 * the end of the bout under the cursor or of the unlabelled stretch, but never past a gap. While the recording plays it
 * paints instead. FX thread only.
 */
public final class LabelViewModel {
    private static final SampleRange NOTHING = new SampleRange(0, 0);

    private final Jobs jobs;
    private final StudyViewModel study;
    private final Traces traces;
    private final Consumer<Throwable> problems;
    private final TraceViewModel trace;
    private final BorderSteps steps;
    private final DisagreementSteps disagreements;
    private final PlayingCursor playing;
    private final Painting painting;
    private final KnownBehaviours behaviours;
    private final LabelWriting writing;
    private final TrackList tracks;
    private final BoutTools tools;
    private final Remarks remarks;
    private final Blinding blinding;
    private final ReadOnlyObjectWrapper<Ethogram> ethogram = new ReadOnlyObjectWrapper<>(Ethogram.empty());
    private final ReadOnlyObjectWrapper<Map<String, Long>> samplesPerCode = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final BooleanProperty snapping = new SimpleBooleanProperty();
    private @Nullable OpenTrace open;
    private @Nullable Session session;
    private SampleRange wanted = NOTHING;
    private String lastCode = "";
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
        painting = new Painting(playing.playback(), this::painted);
        writing = new LabelWriting(jobs, study, problems);
        behaviours = new KnownBehaviours(writing, this::setEthogram);
        tracks = new TrackList(writing);
        tools = new BoutTools(this);
        remarks = new Remarks(this);
        blinding = new Blinding(study);
        tracks.onChange(this::show);
        Stream.of(tracks.hiddenProperty(), tracks.tracksProperty(), blinding.blindProperty())
                .forEach(watched -> watched.subscribe(this::showOthers));
        study.currentProperty().subscribe(this::load);
        Stream.of(
                        trace.sourceProperty(),
                        trace.cursorProperty(),
                        trace.selectionProperty(),
                        trace.trackProperty(),
                        painting.stretchProperty())
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
            goTo(wanted);
            wanted = NOTHING;
        }
    }

    /** Shows a range of this session and marks it. */
    public void goTo(SampleRange range) {
        trace.zoomTo(range);
        trace.mark(range.from(), range.to());
        trace.moveCursor(range.from());
    }

    /** What the trace shows. */
    public TraceViewModel trace() {
        return trace;
    }

    /** The place that moves over the trace while it plays; the cursor goes with it. Anyone with a clock may drive it. */
    public Playback playback() {
        return playing.playback();
    }

    /** What a key paints while it plays. */
    public Painting painting() {
        return painting;
    }

    /** Steps of the cursor over borders and gaps. */
    public BorderSteps steps() {
        return steps;
    }

    /** What can be done with the bout or border at the cursor. */
    public BoutTools tools() {
        return tools;
    }

    /** The tracks of the session. */
    public TrackList tracks() {
        return tracks;
    }

    /** Comments on the track that is edited. */
    public Remarks remarks() {
        return remarks;
    }

    /** Whether animal and other tracks are hidden. */
    public Blinding blinding() {
        return blinding;
    }

    /** Whether the borders of what is painted go to the nearest change point. */
    public BooleanProperty snappingProperty() {
        return snapping;
    }

    public ReadOnlyObjectProperty<Ethogram> ethogramProperty() {
        return ethogram.getReadOnlyProperty();
    }

    /** How many samples have which behaviour; all codes of the track. */
    public ReadOnlyObjectProperty<Map<String, Long>> samplesPerCodeProperty() {
        return samplesPerCode.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SaveState> saveStateProperty() {
        return writing.stateProperty();
    }

    /** What undo would undo, or empty. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What redo would redo, or empty. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** Why the last command did nothing, or empty. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
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
        var active = tracks.activeProperty().get();
        jobs.quiet().<Loaded>start(chosen.name(), _ -> Loaded.of(project, chosen, active, traces), state -> {
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
        playback().pause(); // writes what was being painted, on the session that it belongs to
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
        writing.begin();
        notice.set("");
        trace.show(loaded.trace().source(), loaded.tracks().edited());
        tracks.show(chosen, loaded.tracks());
        showWanted();
        ready.set(true);
    }

    private void setEthogram(Ethogram known) {
        ethogram.set(known);
        var byCode = new LinkedHashMap<String, Behaviour>();
        known.behaviours().forEach(b -> byCode.put(b.code(), b));
        trace.behavioursProperty().set(byCode);
    }

    private void show(Tracks now) {
        trace.trackProperty().set(now.edited());
        undoName.set(now.undoName());
        redoName.set(now.redoName());
    }

    private void showOthers() {
        trace.otherTracksProperty().set(blinding.blindProperty().get() ? List.of() : tracks.others());
    }

    /** The samples that a key would label now; empty for none. */
    public SampleRange target() {
        return trace.targetProperty().get();
    }

    private void aim() {
        trace.targetProperty().set(trace.source().isEmpty() ? NOTHING : aimed());
    }

    private SampleRange aimed() {
        if (!painting.behaviourProperty().get().isEmpty()) {
            return painting.stretchProperty().get();
        }
        if (trace.hasSelection()) {
            return trace.selectionProperty().get();
        }
        long cursor = trace.cursorProperty().get();
        long stretchEnd = stretchEnd();
        return cursor >= stretchEnd
                ? NOTHING
                : trace.trackProperty().get().reach(new LabelEdit.LabelFrom(cursor, stretchEnd, "aim"));
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
        var behaviour = ethogram.get().behaviourForKey(key);
        behaviour.ifPresent(b -> label(b.code()));
        return behaviour.isPresent();
    }

    /** The whole bout under the cursor is the behaviour of a key; false if no behaviour has it. */
    public boolean pressForBout(String key) {
        var behaviour = ethogram.get().behaviourForKey(key);
        behaviour.ifPresent(b -> tools.relabel(b.code()));
        return behaviour.isPresent();
    }

    /** Labels what is marked, or from the cursor to the next border; paints while the recording plays. */
    public void label(String code) {
        lastCode = code;
        double rate = trace.source().map(s -> s.rate().hertz()).orElse(1.0);
        var range = target();
        if (painting.begin(code, rate) || range.isEmpty()) {
            return;
        }
        boolean marked = trace.hasSelection();
        long cursor = trace.cursorProperty().get();
        long end = stretchEnd();
        var known = ethogram.get();
        EditChoice how = track -> {
            var edits = new BoutEdits(track, known);
            return Optional.of(marked ? edits.label(range, code) : edits.labelFrom(cursor, end, code));
        };
        edit(Texts.of("label.edit.label", nameOf(code)), "", how, _ -> {});
    }

    /** Labels with the behaviour that was used last. */
    public void repeat() {
        if (lastCode.isEmpty()) {
            notice(Texts.of("label.nothing.repeat"));
        } else {
            label(lastCode);
        }
    }

    /** Takes the labels away from what is marked, or the bout under the cursor. */
    public void erase() {
        tools.erase();
    }

    String nameOf(String code) {
        return ethogram.get().behaviour(code).map(Behaviour::name).orElse(code);
    }

    void notice(String text) {
        notice.set(text);
    }

    private void painted(SampleRange range, String code) {
        var source = trace.source();
        if (source.isEmpty()) {
            return;
        }
        var known = ethogram.get();
        boolean snap = snapping.get();
        var painted = PaintedStretch.of(source.get(), range);
        EditChoice how = track -> {
            var wanted = snap ? painted.snapped() : Optional.of(range);
            return wanted.map(stretch -> new BoutEdits(track, known).label(stretch, code));
        };
        edit(Texts.of("label.edit.paint", nameOf(code)), "", how, _ -> {});
    }

    /** Edits the active track; what is marked is unmarked. */
    void edit(String name, LabelEdit edit) {
        edit(name, "", _ -> Optional.of(edit), _ -> {});
    }

    /**
     * Edits the active track by what depends on the state that it has when earlier edits are on the disk.
     *
     * @param nothing what to say if {@code how} finds nothing to do
     * @param how called on a worker thread
     * @param done is told what was done
     */
    void edit(String name, String nothing, EditChoice how, Consumer<LabelEdit> done) {
        Session edited = session;
        if (edited == null || !writing.possible()) {
            return;
        }
        notice.set("");
        trace.clearSelection();
        var track = tracks.activeProperty().get();
        var made = new ArrayList<LabelEdit>(1); // filled by the worker before it hands over
        StudyViewModel.ProjectWork<LabelTrack> work = project -> {
            var now = project.labels(edited.id(), track);
            how.of(now).ifPresent(made::add);
            return made.isEmpty() ? now : project.edit(edited.id(), track, name, made.getFirst());
        };
        write(name, edited, track, work, () -> {
            if (made.isEmpty()) {
                notice.set(nothing);
            }
            made.forEach(done);
        });
    }

    /** Which edit a command means on a track; none if it means nothing there. */
    @FunctionalInterface
    interface EditChoice {
        Optional<LabelEdit> of(LabelTrack track);
    }

    /** Labels samples of any session, on the screen or not, on its main track: a correction that another page asks for. */
    public void correct(String sessionId, SampleRange range, String code) {
        var edited = study.sessions().stream()
                .map(SessionRow::session)
                .filter(one -> one.id().equals(sessionId))
                .findFirst();
        if (edited.isEmpty() || !writing.possible()) {
            return;
        }
        String title = Texts.of("label.edit.label", nameOf(code));
        StudyViewModel.ProjectWork<LabelTrack> work = project -> {
            var edits = new BoutEdits(project.labels(sessionId), project.ethogram());
            return project.edit(sessionId, title, edits.label(range, code));
        };
        write(title, edited.get(), Project.MAIN_TRACK, work, () -> {});
    }

    /** Undoes the last edit of the active track. */
    public void undo() {
        step(Texts.of("label.undo"), undoName.get(), Project::undo);
    }

    /** Redoes what was undone last on the active track. */
    public void redo() {
        step(Texts.of("label.redo"), redoName.get(), Project::redo);
    }

    private void step(String title, String name, HistoryMove move) {
        Session edited = session;
        if (edited != null && !name.isEmpty()) {
            var track = tracks.activeProperty().get();
            StudyViewModel.ProjectWork<LabelTrack> work = project -> {
                move.on(project, edited.id(), track);
                return project.labels(edited.id(), track);
            };
            write(title, edited, track, work, () -> {});
        }
    }

    /** One step in a track's history. */
    @FunctionalInterface
    private interface HistoryMove {
        Object on(Project project, String session, String track);
    }

    private void write(
            String title, Session edited, String track, StudyViewModel.ProjectWork<LabelTrack> work, Runnable done) {
        writing.write(title, project -> History.of(project, edited, work.on(project)), (History history) -> {
            if (edited.equals(session)) {
                tracks.edited(history.track());
                if (track.equals(tracks.activeProperty().get())) {
                    trace.trackProperty().set(history.track());
                    undoName.set(history.undoName());
                    redoName.set(history.redoName());
                }
                done.run();
            }
        });
    }

    /** Looks for something on a worker thread; the answer comes if the session is still the one on the screen. */
    <T> void search(Supplier<T> work, Consumer<T> found) {
        Session asked = session;
        jobs.quiet().<T>start(Texts.of("label.searching"), _ -> work.get(), state -> {
            if (state instanceof JobState.Succeeded<T>(T result) && asked != null && asked.equals(session)) {
                found.accept(result);
            } else if (state instanceof JobState.Failed<T>(Throwable cause)) {
                problems.accept(cause);
            }
        });
    }

    /** Reads labels and behaviours of a session again, if it is on the screen, after another page changed them. */
    public void reread(String sessionId) {
        Session shown = session;
        if (shown != null && shown.id().equals(sessionId)) {
            behaviours.reread();
            tracks.reread();
        }
    }

    /** Writes a text into a file of the user's. */
    void save(Path file, String text) {
        Job<Path> job = _ -> WholeFile.write(file, text);
        jobs.background().<Path>start(Texts.of("label.save.file", String.valueOf(file.getFileName())), job, state -> {
            if (state instanceof JobState.Failed<Path>(Throwable cause)) {
                problems.accept(cause);
            }
        });
    }

    /** What one can do about the behaviours. */
    public KnownBehaviours behaviours() {
        return behaviours;
    }

    /** Steps of the cursor over what two tracks label differently. */
    public DisagreementSteps disagreements() {
        return disagreements;
    }

    /** What the disk says after a step. */
    private record History(LabelTrack track, String undoName, String redoName) {
        static History of(Project project, Session session, LabelTrack track) {
            return new History(
                    track,
                    project.undoName(session.id(), track.name()).orElse(""),
                    project.redoName(session.id(), track.name()).orElse(""));
        }
    }

    /** What a worker thread read of a session. */
    private record Loaded(OpenTrace trace, Ethogram ethogram, Tracks tracks) {
        static Loaded of(Project project, Session session, String active, Traces traces) {
            var tracks = Tracks.of(project, session.id(), active);
            var known = project.ethogram();
            return new Loaded(traces.open(project, session), known, tracks);
        }
    }
}
