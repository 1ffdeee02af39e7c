package org.ethotag.ui.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ethotag.label.BoutEdits;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.project.Project;
import org.ethotag.project.TrackInfo;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of the session on the screen: which one is edited, which others are shown below it, and what can be done with
 * whole tracks. FX thread only.
 */
public final class TrackList {
    private final LabelWriting writing;
    private final ReadOnlyObjectWrapper<Tracks> tracks = new ReadOnlyObjectWrapper<>(Tracks.none());
    private final ReadOnlyStringWrapper active = new ReadOnlyStringWrapper(Project.MAIN_TRACK);
    private final ReadOnlyObjectWrapper<Set<String>> hidden = new ReadOnlyObjectWrapper<>(Set.of());
    private Consumer<Tracks> changed = _ -> {};
    private @Nullable Session session;

    /**
     * What the disk says about the tracks of a session.
     *
     * @param there those that can be shown, the main one first
     * @param removed those that can come back
     * @param labels what is on each of {@code there}
     * @param active the one that is edited
     * @param undoName what undo would undo on it, or empty
     * @param redoName what redo would redo on it, or empty
     */
    record Tracks(
            List<TrackInfo> there,
            List<TrackInfo> removed,
            List<LabelTrack> labels,
            String active,
            String undoName,
            String redoName) {
        static Tracks none() {
            return new Tracks(List.of(), List.of(), List.of(), Project.MAIN_TRACK, "", "");
        }

        static Tracks of(Project project, String session, String wanted) {
            var there = project.trackInfos(session);
            var active = there.stream()
                    .map(TrackInfo::name)
                    .filter(wanted::equals)
                    .findFirst()
                    .orElse(Project.MAIN_TRACK);
            var labels = there.stream()
                    .map(info -> project.labels(session, info.name()))
                    .toList();
            return new Tracks(
                    there,
                    project.removedTracks(session),
                    labels,
                    active,
                    project.undoName(session, active).orElse(""),
                    project.redoName(session, active).orElse(""));
        }

        LabelTrack edited() {
            return track(active).orElse(LabelTrack.empty(active));
        }

        Optional<LabelTrack> track(String name) {
            return labels.stream().filter(t -> t.name().equals(name)).findFirst();
        }

        /** With another state of one track. */
        Tracks with(LabelTrack changed) {
            var now = new ArrayList<>(labels);
            now.replaceAll(t -> t.name().equals(changed.name()) ? changed : t);
            return new Tracks(there, removed, now, active, undoName, redoName);
        }
    }

    TrackList(LabelWriting writing) {
        this.writing = writing;
    }

    /** Is told what the disk says whenever that is another track or another list of tracks. */
    void onChange(Consumer<Tracks> listener) {
        changed = listener;
    }

    void show(@Nullable Session shown, Tracks now) {
        session = shown;
        hidden.set(Set.of());
        take(now);
    }

    private void take(Tracks now) {
        active.set(now.active()); // first: whoever hears of the tracks asks which one is edited
        tracks.set(now);
        changed.accept(now);
    }

    /** What was edited is on the disk. */
    void edited(LabelTrack track) {
        tracks.set(tracks.get().with(track));
    }

    ReadOnlyObjectProperty<Tracks> tracksProperty() {
        return tracks.getReadOnlyProperty();
    }

    /** Name of the track that is edited. */
    public ReadOnlyStringProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Names of tracks that are not shown below the one that is edited. */
    public ReadOnlyObjectProperty<Set<String>> hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /** The tracks that are shown below the one that is edited. */
    List<LabelTrack> others() {
        return tracks.get().labels().stream()
                .filter(t -> !t.name().equals(active.get()) && !hidden.get().contains(t.name()))
                .toList();
    }

    /** Names of all tracks, the main one first. */
    public List<String> names() {
        return tracks.get().there().stream().map(TrackInfo::name).toList();
    }

    public void setShown(String track, boolean shown) {
        var now = new HashSet<>(hidden.get());
        if (shown) {
            now.remove(track);
        } else {
            now.add(track);
        }
        hidden.set(Set.copyOf(now));
    }

    /** Edits another track from now on. */
    public void choose(String track) {
        if (!track.equals(active.get())) {
            read(track);
        }
    }

    /** Reads all tracks again, after somebody else wrote on them. */
    void reread() {
        read(active.get());
    }

    /** Edits the track after the active one, or the one before it if negative; around after the last. */
    public void step(int direction) {
        var names = names();
        if (names.size() > 1) {
            choose(names.get(Math.floorMod(names.indexOf(active.get()) + direction, names.size())));
        }
    }

    /** Makes a track and edits it. */
    public void add(String name, TrackKind kind) {
        var wanted = name.strip();
        if (!wanted.isEmpty()) {
            change(Texts.of("tracks.adding", wanted), wanted, (project, id) -> project.addTrack(id, wanted, kind));
        }
    }

    public void rename(String track, String name) {
        var wanted = name.strip();
        if (!wanted.isEmpty() && !wanted.equals(track)) {
            change(
                    Texts.of("tracks.renaming", track),
                    active.get().equals(track) ? wanted : active.get(),
                    (project, id) -> project.renameTrack(id, track, wanted));
        }
    }

    /** Removes a track; it can be brought back. */
    public void remove(String track) {
        change(
                Texts.of("tracks.removing", track),
                active.get().equals(track) ? Project.MAIN_TRACK : active.get(),
                (project, id) -> project.removeTrack(id, track));
    }

    public void bringBack(TrackInfo removed) {
        change(
                Texts.of("tracks.restoring", removed.name()),
                active.get(),
                (project, id) -> project.bringBackTrack(id, removed.id()));
    }

    /** Gives a track in a range what another one has there; an edit of that track, which can be undone there. */
    public void copy(String from, String to, SampleRange range) {
        change(Texts.of("tracks.copying", from), active.get(), (project, id) -> {
            var edits = new BoutEdits(project.labels(id, to), project.ethogram());
            project.edit(id, to, Texts.of("label.edit.copy", from), edits.copy(project.labels(id, from), range));
        });
    }

    /** Something done with the tracks of a session, on a worker thread. */
    @FunctionalInterface
    private interface TrackWork {
        void on(Project project, String session);
    }

    private void change(String title, String activeAfter, TrackWork work) {
        Session edited = session;
        if (edited != null) {
            StudyViewModel.ProjectWork<Tracks> job = project -> {
                work.on(project, edited.id());
                return Tracks.of(project, edited.id(), activeAfter);
            };
            writing.write(title, job, now -> takeIf(edited, now));
        }
    }

    private void read(String wanted) {
        Session shown = session;
        if (shown != null) {
            writing.read(
                    Texts.of("tracks.title"),
                    project -> Tracks.of(project, shown.id(), wanted),
                    now -> takeIf(shown, now));
        }
    }

    private void takeIf(Session of, Tracks now) {
        if (of.equals(session)) {
            take(now);
        }
    }
}
