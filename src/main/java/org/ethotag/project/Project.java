package org.ethotag.project;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ethotag.label.Bout;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingStore;
import org.ethotag.recording.Session;
import org.ethotag.study.Animal;
import org.ethotag.study.Deployment;
import org.ethotag.study.MountedTag;
import org.ethotag.study.Mounting;
import org.ethotag.study.Tag;

/**
 * A study on disk. May be used by any thread. What a method changes is on the disk when it returns; there is nothing to
 * save. One program may change a study at a time: whoever opens it second, or from a folder that cannot be written, can
 * only read, and every change throws a {@link ProblemException} that says why.
 */
public final class Project implements AutoCloseable {
    /** The track that people label on when they name no other. */
    public static final String MAIN_TRACK = "labels";

    private final Path folder;
    private final ProjectStore store;
    private final Clock clock;
    private final StudyLog log;
    private final StudyTables tables;
    private final EthogramTable behaviours;
    private final LabelStore labels;
    private final BehaviourChanges changes;
    private final RunStore runs;
    private final StudyReviews reviews;
    private final StudyVideos videos;
    private final Supplier<RecordingStore> recordings;
    private final List<Problem> notices;

    private Project(Path folder, ProjectStore store, Clock clock) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
        var database = store.database();
        tables = new StudyTables(database);
        behaviours = new EthogramTable(database);
        log = new StudyLog(database, clock, !store.readOnly());
        labels = new LabelStore(database, behaviours, log, clock, !store.readOnly());
        changes = new BehaviourChanges(database, behaviours, labels, log);
        runs = new RunStore(folder, database, log);
        reviews = new StudyReviews(folder, store, log, clock);
        videos = new StudyVideos(store, log, clock);
        var traces = folder.resolve("traces");
        var found = new ArrayList<>(store.notices());
        if (store.readOnly()) {
            recordings = () -> new RecordingStore(traces); // when asked for: its folder may be missing
        } else {
            var kept = new RecordingStore(traces);
            recordings = () -> kept;
            found.addAll(runs.sweep());
            sweepTraces(kept);
        }
        notices = List.copyOf(found);
    }

    /** Loads what opening a study needs, so that the first one opens sooner. Takes as long as that; any thread. */
    public static void prepare() {
        Database.prepare();
    }

    /** Makes an empty study in a folder that has none, and opens it. */
    public static Project create(Path folder, String name) {
        ProjectStore.create(folder, name, Schema.current(), Clock.systemUTC());
        var made = open(folder);
        made.log.noteNow(StepKind.CREATE, Map.of("name", name));
        return made;
    }

    /** Opens the study in a folder. An older study is brought up to date after a backup, a newer one is refused. */
    public static Project open(Path folder) {
        return open(folder, Schema.current(), Clock.systemUTC());
    }

    static Project open(Path folder, Schema schema, Clock clock) {
        return over(folder, ProjectStore.open(folder, schema, clock), clock);
    }

    /** Wraps an open store; if that fails the store is closed. */
    static Project over(Path folder, ProjectStore store, Clock clock) {
        boolean done = false;
        try {
            var project = new Project(folder, store, clock);
            done = true;
            return project;
        } finally {
            if (!done) {
                store.close();
            }
        }
    }

    /** Removes traces that a crash left without a session; not after a restore, when sessions may be missing. */
    private void sweepTraces(RecordingStore traces) {
        if (new Backups(folder, clock).wasRestored()) {
            return;
        }
        var known = sessions().stream().map(Session::id).collect(Collectors.toSet());
        traces.ids().stream().filter(id -> !known.contains(id)).forEach(traces::delete);
    }

    /** Whether changes are refused because someone else has the study or its folder cannot be written. */
    public boolean readOnly() {
        return store.readOnly();
    }

    /**
     * Refuses to go on unless changes are possible, for work that ends with a change.
     *
     * @throws ProblemException that says why they are not
     */
    public void checkWritable() {
        store.checkWritable();
    }

    /** Where the study lies. */
    public Path folder() {
        return folder;
    }

    /** What people call the study. */
    public String name() {
        return tables.name();
    }

    /** Gives the study another name; its folder stays. */
    public void rename(String name) {
        change(StepKind.NAME, Map.of("name", name), () -> tables.rename(name));
    }

    /** What went wrong while opening without keeping anyone from working, for example that no backup could be made. */
    public List<Problem> notices() {
        return notices;
    }

    /** All animals by name. */
    public List<Animal> animals() {
        return tables.animals();
    }

    /** Adds an animal, or changes what is known of it. */
    public void put(Animal animal) {
        change(StepKind.ANIMAL, ChangeText.of(animal), () -> tables.put(animal));
    }

    /** All tags by serial number. */
    public List<Tag> tags() {
        return tables.tags();
    }

    /** Adds a tag, or changes what is known of it. */
    public void put(Tag tag) {
        change(StepKind.TAG, ChangeText.of(tag), () -> tables.put(tag));
    }

    /** All deployments by their begin. */
    public List<Deployment> deployments() {
        return tables.deployments();
    }

    /** Adds a deployment with its animal and tag, or changes when it ends. */
    public void put(Deployment deployment) {
        change(StepKind.DEPLOYMENT, ChangeText.of(deployment), () -> tables.put(deployment));
    }

    /** How tags sit on their animals, as far as it is known, by animal. */
    public List<Mounting> mountings() {
        return tables.mountings();
    }

    /** Remembers how a tag sits on its animal; what was known of it before is forgotten. */
    public void put(Mounting mounting) {
        change(StepKind.MOUNTING, ChangeText.of(mounting), () -> tables.put(mounting));
    }

    /** Forgets how a tag sits on its animal; nothing happens if that is not known. */
    public void forget(MountedTag mounted) {
        change(StepKind.FORGET_MOUNTING, ChangeText.of(mounted), () -> tables.remove(mounted));
    }

    /** All sessions in the order in which they came. */
    public List<Session> sessions() {
        return tables.sessions();
    }

    /** The session with an id. */
    public Optional<Session> session(String id) {
        return sessions().stream().filter(session -> session.id().equals(id)).findFirst();
    }

    /**
     * Adds a session with the labels it came with, all or nothing. Its animal, its tag and behaviours that the study does
     * not know yet are added. Where two bouts overlap, the later one in the list holds.
     */
    public void addSession(Session session, List<Bout> bouts) {
        store.checkWritable();
        store.database().write(() -> {
            tables.insert(session);
            labels.insertBase(session.id(), MAIN_TRACK, "Import", session.lengthSamples(), bouts);
            log.note(StepKind.IMPORT, Map.of("session", session.id(), "name", session.name()));
            return session;
        });
    }

    /** The traces of the sessions. A trace comes before its session: {@link #addSession} is what makes it stay. */
    public RecordingStore recordings() {
        return recordings.get();
    }

    /** Removes a session with its trace, its labels and their history; nothing happens if there is none with that id. */
    public void removeSession(String id) {
        change(StepKind.REMOVE_SESSION, Map.of("session", id), () -> tables.remove(id));
        labels.forget(id);
        recordings().delete(id);
    }

    /** The behaviours of the study. */
    public Ethogram ethogram() {
        return behaviours.ethogram();
    }

    /** Changes the behaviours of the study; those that bouts have cannot be taken out. */
    public void setEthogram(Ethogram ethogram) {
        change(StepKind.ETHOGRAM, ChangeText.of(ethogram), () -> behaviours.set(ethogram));
    }

    /** Adds behaviours for codes that the study does not know yet, with free colours and keys. */
    public Ethogram ensureBehaviours(Collection<String> codes) {
        store.checkWritable();
        return store.database().write(() -> {
            if (!ethogram().codes().containsAll(codes)) {
                log.note(StepKind.BEHAVIOURS, ChangeText.of(codes));
            }
            return behaviours.ensure(codes);
        });
    }

    /** What a merger or deletion of a behaviour would touch. */
    public BehaviourTouch touch(String code) {
        return changes.touch(code);
    }

    /**
     * Gives every bout of one behaviour to another one and takes the first out of the ethogram, after a backup. On each
     * track that is an edit which undo takes back.
     *
     * @throws IllegalArgumentException if the study does not have both, or they are the same
     */
    public void mergeBehaviours(String gone, String into) {
        store.checkWritable();
        var known = ethogram().codes();
        if (gone.equals(into) || !known.contains(gone) || !known.contains(into)) {
            throw new IllegalArgumentException("cannot merge " + gone + " into " + into + " of " + known);
        }
        backUpIfUsed(gone);
        changes.merge(gone, into, "Merge " + gone + " into " + into);
    }

    /** Erases every bout of a behaviour and takes it out of the ethogram, after a backup if there is any such bout. */
    public void deleteBehaviour(String gone) {
        store.checkWritable();
        backUpIfUsed(gone);
        changes.delete(gone, "Delete " + gone);
    }

    private void backUpIfUsed(String code) {
        if (touch(code).inUse()) {
            backUp();
        }
    }

    /** How much each behaviour is used, in the ethogram's order. */
    public List<BehaviourUse> behaviourUse() {
        return behaviours.use();
    }

    /** What is labelled on the main track of a session. */
    public LabelTrack labels(String session) {
        return labels(session, MAIN_TRACK);
    }

    /** What is labelled on a track of a session; nothing if the track has never been labelled. */
    public LabelTrack labels(String session, String track) {
        return labels.labels(session, track);
    }

    /** The tracks of a session that were made or labelled, the oldest first. */
    public List<String> tracks(String session) {
        return labels.tracks().names(session);
    }

    /** The tracks of a session with what is on them: the main track first, whether it is labelled or not. */
    public List<TrackInfo> trackInfos(String session) {
        var there = labels.tracks().there(session);
        var main = there.stream()
                .filter(track -> track.name().equals(MAIN_TRACK))
                .findFirst()
                .orElse(new TrackInfo(0, MAIN_TRACK, TrackKind.EXCLUSIVE, 0, 0));
        return Stream.concat(Stream.of(main), there.stream().filter(track -> !track.equals(main)))
                .toList();
    }

    /** The tracks of a session that were removed and can come back. */
    public List<TrackInfo> removedTracks(String session) {
        return labels.tracks().removed(session);
    }

    /**
     * Makes a track.
     *
     * @param name not blank
     * @throws ProblemException if the session has one of that name
     */
    public void addTrack(String session, String name, TrackKind kind) {
        store.checkWritable();
        checkTrackName(name);
        if (name.equals(MAIN_TRACK)) { // it is there even before it is labelled
            throw new ProblemException(ProjectProblem.TRACK_EXISTS, name);
        }
        change(
                StepKind.ADD_TRACK,
                Map.of("session", session, "track", name, "kind", kind.name()),
                () -> labels.addTrack(session, name, kind));
    }

    /**
     * Gives a track another name, with its history.
     *
     * @param track not the main one: it is what networks learn from
     * @throws ProblemException if the session has one of that name
     */
    public void renameTrack(String session, String track, String name) {
        store.checkWritable();
        checkTrackName(name);
        checkOwn(track);
        if (!track.equals(name)) {
            change(
                    StepKind.RENAME_TRACK,
                    Map.of("session", session, "track", track, "name", name),
                    () -> labels.renameTrack(session, track, name));
        }
    }

    private static void checkTrackName(String name) {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a name of a track: " + name);
        }
    }

    private static void checkOwn(String track) {
        if (track.equals(MAIN_TRACK)) {
            throw new IllegalArgumentException("the main track stays");
        }
    }

    /** Edits the main track of a session. */
    public LabelTrack edit(String session, String editName, LabelEdit edit) {
        return edit(session, MAIN_TRACK, editName, edit);
    }

    /**
     * Edits a track of a session; it is made if it is not there. An edit that changes nothing is not remembered.
     *
     * @param editName what undo calls it, in the user's words
     * @return the track after the edit, which is on the disk
     */
    public LabelTrack edit(String session, String track, String editName, LabelEdit edit) {
        store.checkWritable();
        return labels.edit(session, track, editName, edit);
    }

    /** What {@link #undo(String)} would undo. */
    public Optional<String> undoName(String session) {
        return undoName(session, MAIN_TRACK);
    }

    /** What {@link #undo(String, String)} would undo. */
    public Optional<String> undoName(String session, String track) {
        return labels.undoName(session, track);
    }

    /** What {@link #redo(String)} would redo. */
    public Optional<String> redoName(String session) {
        return redoName(session, MAIN_TRACK);
    }

    /** What {@link #redo(String, String)} would redo. */
    public Optional<String> redoName(String session, String track) {
        return labels.redoName(session, track);
    }

    /** Undoes the last edit of a session's main track that holds; without end, across restarts. */
    public Optional<HistoryStep> undo(String session) {
        return undo(session, MAIN_TRACK);
    }

    /** Undoes the last edit of a track that holds; without end, across restarts, and never one of another track. */
    public Optional<HistoryStep> undo(String session, String track) {
        store.checkWritable();
        return labels.undo(session, track);
    }

    /** Redoes what was undone last on the main track, unless it was edited since. */
    public Optional<HistoryStep> redo(String session) {
        return redo(session, MAIN_TRACK);
    }

    /** Redoes what was undone last on a track, unless it was edited since. */
    public Optional<HistoryStep> redo(String session, String track) {
        store.checkWritable();
        return labels.redo(session, track);
    }

    /** Every edit of a session, the oldest first, those undone too. */
    public List<LoggedEdit> edits(String session) {
        return labels.edits(session);
    }

    /** Removes a track; it can come back as it was, with its history. The main track stays. */
    public void removeTrack(String session, String track) {
        checkOwn(track);
        change(
                StepKind.REMOVE_TRACK,
                Map.of("session", session, "track", track),
                () -> labels.removeTrack(session, track));
    }

    /** The videos of sessions. */
    public StudyVideos videos() {
        return videos;
    }

    /** What models said window by window, and what was decided about labels in doubt. */
    public StudyReviews reviews() {
        return reviews;
    }

    /** Brings back a track that was removed, and returns its name: another one if that was given away. */
    public String bringBackTrack(String session, long id) {
        store.checkWritable();
        var asked = ChangeText.ofRemoved(session, removedTracks(session), id);
        return log.change(StepKind.BRING_BACK_TRACK, asked, () -> labels.bringBackTrack(session, id));
    }

    /** All runs, the oldest first. */
    public List<RunManifest> runs() {
        return runs.all();
    }

    /** The run with an id. */
    public Optional<RunManifest> run(String id) {
        return runs().stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** Saves a run without scores. */
    public void saveRun(RunManifest manifest, Map<String, byte[]> files) {
        saveRun(manifest, files, List.of());
    }

    /**
     * Saves a run, all or nothing.
     *
     * @param files content by name; names as in {@link RunManifest}, but for {@value RunManifest#FILE}
     * @param scores at most one for each model and metric
     * @throws IllegalArgumentException if there is a run with that id
     */
    public void saveRun(RunManifest manifest, Map<String, byte[]> files, Collection<Score> scores) {
        store.checkWritable();
        log.step(
                StepKind.RUN,
                SavedRun.named(manifest),
                Map::of,
                () -> runs.save(manifest, files, scores),
                results -> results);
    }

    /** The content of a file of a run, checked to be what was saved. */
    public byte[] runFile(String run, String name) {
        return runs.file(run, name);
    }

    /** What the log says came of the step that kept a run: its id, the data that it came from, and a hash of every file. */
    public Map<String, String> runResults(RunManifest run) {
        return runs.results(run);
    }

    /** Names of the files of a run. */
    public List<String> runFiles(String run) {
        return runs.files(run);
    }

    /** The scores of a run by model and metric. */
    public List<Score> scores(String run) {
        return runs.scores(run);
    }

    /** Removes a run with its files; nothing happens if there is none with that id. */
    public void deleteRun(String run) {
        store.checkWritable();
        boolean there = run(run).isPresent();
        runs.remove(run);
        if (there) {
            log.noteNow(StepKind.REMOVE_RUN, Map.of("run", run));
        }
    }

    /** What was flashed, the oldest first. */
    public List<FlashRecord> receipts() {
        return tables.flashRecords();
    }

    /** Remembers an attempt to flash a tag. */
    public void addReceipt(FlashRecord receipt) {
        change(StepKind.FLASH, ChangeText.of(receipt), () -> tables.add(receipt));
    }

    /** A setting of the study, if it was ever set. */
    public Optional<String> setting(String key) {
        return tables.setting(key);
    }

    /** Remembers a setting of the study. */
    public void putSetting(String key, String value) {
        change(StepKind.SETTING, Map.of("key", key, "value", value), () -> tables.putSetting(key, value));
    }

    /** Every step that changed the study. */
    public StudyLog log() {
        return log;
    }

    /** A small change and its line in the log, all or nothing. */
    private void change(StepKind kind, Map<String, String> settings, Runnable work) {
        store.checkWritable();
        log.change(kind, settings, () -> {
            work.run();
            return kind;
        });
    }

    /** Makes a backup if the newest one is older than a day, for a study that stays open for long. */
    public void backUpIfDue() {
        store.checkWritable();
        new Backups(folder, clock).makeIfDue(store.database());
    }

    /** Makes a backup of the database now, besides the one of each day; the oldest go. */
    public Path backUp() {
        store.checkWritable();
        return new Backups(folder, clock).make(store.database());
    }

    /** Backups of the study in a folder, the newest first; they can be listed when the study itself cannot be opened. */
    public static List<Path> backups(Path folder) {
        return new Backups(folder, Clock.systemUTC()).all();
    }

    /** Puts a backup in the place of the study's database, see {@link Recovery#restore}. */
    public static void restore(Path folder, Path backup) {
        new Recovery(folder).restore(backup);
    }

    /** Frees the study for others. */
    @Override
    public void close() {
        store.close();
    }
}
