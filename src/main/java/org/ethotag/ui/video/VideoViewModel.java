package org.ethotag.ui.video;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ethotag.job.JobState;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.StudyVideos;
import org.ethotag.project.VideoLink;
import org.ethotag.recording.Session;
import org.ethotag.recording.VideoAnchor;
import org.ethotag.recording.VideoClock;
import org.ethotag.recording.VideoFile;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.trace.Playback;
import org.ethotag.ui.trace.TraceSource;
import org.ethotag.ui.trace.TraceViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The film of the session on the screen. While film and cursor go together the film is the clock: whoever draws frames calls
 * {@link #frame}, which puts the cursor where the film is; a cursor that somebody moves takes the film along. Apart, each
 * goes alone, until an anchor says which picture belongs to the cursor. FX thread only.
 */
public final class VideoViewModel {
    /** A frame at the 25 a second of most cameras. */
    static final double STEP_SECONDS = 0.04;

    private static final double NANOS = 1e9;
    /** A film that was sent somewhere is there, or has been for so many frames. */
    private static final double ARRIVED_SECONDS = 0.5;

    private static final int MOST_FRAMES_UNDERWAY = 60;

    private final Jobs jobs;
    private final StudyViewModel study;
    private final TraceViewModel trace;
    private final Playback playback;
    private final VideoPlayer.Opener opener;
    private final Consumer<Throwable> problems;
    private final ReadOnlyObjectWrapper<@Nullable VideoLink> link = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable VideoPlayer> player = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Throwable> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper filmPlaying = new ReadOnlyBooleanWrapper();
    private final BooleanProperty together = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private boolean following;
    private double target;
    private int underway;
    private long newest;

    /** @param playback what moves the cursor of the trace */
    public VideoViewModel(
            Jobs jobs,
            StudyViewModel study,
            TraceViewModel trace,
            Playback playback,
            VideoPlayer.Opener opener,
            Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.trace = trace;
        this.playback = playback;
        this.opener = opener;
        this.problems = problems;
        study.currentProperty().subscribe(_ -> load());
        playback.positionProperty().subscribe(this::lead);
        playback.playingProperty().subscribe(this::playTogether);
        playback.speedProperty().subscribe(speed -> {
            if (player.get() != null) {
                player.get().setSpeed(speed.doubleValue());
            }
        });
        together.subscribe(now -> {
            if (now) {
                pauseFilm();
                lead();
            } else {
                playback.pause();
                playback.drivenProperty().set(false);
            }
        });
    }

    /** The session's video, if it has one. */
    public ReadOnlyObjectProperty<@Nullable VideoLink> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** The film, once it can be shown. */
    public ReadOnlyObjectProperty<@Nullable VideoPlayer> playerProperty() {
        return player.getReadOnlyProperty();
    }

    /** Why the session's video is not shown, if it is not. */
    public ReadOnlyObjectProperty<@Nullable Throwable> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty filmPlayingProperty() {
        return filmPlaying.getReadOnlyProperty();
    }

    /** Whether film and cursor move together. */
    public BooleanProperty togetherProperty() {
        return together;
    }

    /** What undo would undo, or empty. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What redo would redo, or empty. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** Of the session on the screen. */
    Optional<ZoneId> zone() {
        return Optional.ofNullable(study.currentProperty().get()).map(Session::zone);
    }

    Playback playback() {
        return playback;
    }

    private void load() {
        long request = ++newest;
        release();
        link.set(null);
        trouble.set(null);
        undoName.set("");
        redoName.set("");
        Session session = study.currentProperty().get();
        Project project = study.projectProperty().get();
        if (session == null || project == null) {
            return;
        }
        jobs.quiet().<Stored>start("video", _ -> Stored.of(project, session), state -> {
            if (request != newest) {
                return;
            }
            if (state instanceof JobState.Succeeded<Stored>(Stored stored)) {
                show(stored);
            } else if (state instanceof JobState.Failed<Stored>(Throwable cause)) {
                trouble.set(cause);
            }
        });
    }

    private void release() {
        filmPlaying.set(false);
        playback.drivenProperty().set(false);
        VideoPlayer old = player.get();
        player.set(null);
        if (old != null) {
            old.close();
        }
    }

    private void show(Stored stored) {
        var before = link.get();
        var now = stored.link().orElse(null);
        link.set(now);
        undoName.set(stored.undoName());
        redoName.set(stored.redoName());
        if (now == null) {
            release();
            trouble.set(null);
            return;
        }
        if (before != null && before.file().equals(now.file()) && player.get() != null) {
            lead();
            return;
        }
        release();
        trouble.set(null);
        if (stored.gone() != null) {
            trouble.set(stored.gone());
            return;
        }
        long request = newest;
        opener.open(
                stored.path(),
                opened -> {
                    if (request == newest) {
                        opened.setSpeed(playback.speedProperty().get());
                        player.set(opened);
                        lead();
                    } else {
                        opened.close();
                    }
                },
                cause -> {
                    if (request == newest) {
                        release();
                        trouble.set(cause);
                    }
                });
    }

    /**
     * Takes a film for the session on the screen. It begins with the session until an anchor says otherwise; a film that was
     * only moved keeps its anchors.
     */
    public void choose(Path file) {
        Session session = study.currentProperty().get();
        VideoLink old = link.get();
        if (session == null) {
            return;
        }
        write(session, project -> {
            var chosen = VideoFile.of(project.folder(), file);
            var clock =
                    old != null && old.file().isSameFilm(chosen) ? old.clock() : VideoClock.startingAt(session.start());
            project.videos().put(session.id(), Texts.of("video.edit.choose"), new VideoLink(chosen, clock));
        });
    }

    /** The session has no video any more; the film stays where it lies. */
    public void remove() {
        Session session = study.currentProperty().get();
        if (session != null && link.get() != null) {
            write(session, project -> project.videos().remove(session.id(), Texts.of("video.edit.remove")));
        }
    }

    public void undo() {
        step(StudyVideos::undo);
    }

    public void redo() {
        step(StudyVideos::redo);
    }

    private void step(Step step) {
        Session session = study.currentProperty().get();
        if (session != null) {
            write(session, project -> step.of(project.videos(), session.id()));
        }
    }

    /** A step in the history of a video. */
    @FunctionalInterface
    private interface Step {
        boolean of(StudyVideos videos, String session);
    }

    /** The picture that is shown belongs to the cursor; from now on both go together. */
    public void anchor() {
        VideoPlayer film = player.get();
        var cursor = cursorTime();
        Session session = study.currentProperty().get();
        if (film != null && cursor.isPresent() && session != null) {
            var anchor =
                    new VideoAnchor(Duration.ofNanos(Math.round(Math.max(0, film.seconds()) * NANOS)), cursor.get());
            change("video.edit.anchor", clock -> {
                boolean untouched = clock.equals(VideoClock.startingAt(session.start()));
                return untouched ? new VideoClock(List.of(anchor)) : clock.with(anchor);
            });
            together.set(true);
        }
    }

    /** Takes an anchor away; the last one stays. */
    public void removeAnchor(int index) {
        change("video.edit.unanchor", clock -> clock.anchors().size() > 1 ? clock.without(index) : clock);
    }

    private void change(String name, UnaryOperator<VideoClock> how) {
        VideoLink old = link.get();
        Session session = study.currentProperty().get();
        if (old == null || session == null) {
            return;
        }
        VideoLink changed;
        try {
            changed = old.with(how.apply(old.clock()));
        } catch (IllegalArgumentException backward) {
            problems.accept(new ProblemException(VideoProblem.ANCHOR_RUNS_BACKWARD).causedBy(backward));
            return;
        }
        write(session, project -> project.videos().put(session.id(), Texts.of(name), changed));
    }

    private void write(Session session, Consumer<Project> work) {
        Project project = study.projectProperty().get();
        if (project == null || study.readOnlyProperty().get()) {
            return;
        }
        jobs.edits()
                .<Stored>start(
                        Texts.of("video.saving"),
                        _ -> {
                            work.accept(project);
                            return Stored.of(project, session);
                        },
                        state -> {
                            if (state instanceof JobState.Succeeded<Stored>(Stored stored)
                                    && session.equals(study.currentProperty().get())) {
                                show(stored);
                            } else if (state instanceof JobState.Failed<Stored>(Throwable cause)) {
                                problems.accept(cause);
                            }
                        });
    }

    private Optional<Instant> cursorTime() {
        return trace.source()
                .filter(source -> source.length() > 0)
                .map(source -> source.time().timeOf(trace.cursorProperty().get()));
    }

    /** Sends the film to where the cursor is. */
    private void lead() {
        VideoLink now = link.get();
        VideoPlayer film = player.get();
        if (!following && together.get() && now != null && film != null) {
            cursorTime().ifPresent(time -> {
                target = Math.clamp(now.clock().videoAt(time), 0.0, film.lengthSeconds());
                underway = MOST_FRAMES_UNDERWAY;
                film.seek(target);
            });
        }
    }

    private void playTogether(boolean play) {
        VideoPlayer film = player.get();
        if (film == null || !together.get()) {
            return;
        }
        if (play && hasFilmAtCursor(film)) {
            playback.drivenProperty().set(true);
            lead();
            film.play();
            filmPlaying.set(true);
        } else {
            playback.drivenProperty().set(false);
            pauseFilm();
        }
    }

    private boolean hasFilmAtCursor(VideoPlayer film) {
        VideoLink now = link.get();
        double at = now == null ? -1 : cursorTime().map(now.clock()::videoAt).orElse(-1.0);
        return at >= 0 && at < film.lengthSeconds();
    }

    private void pauseFilm() {
        VideoPlayer film = player.get();
        if (film != null) {
            film.pause();
        }
        filmPlaying.set(false);
    }

    /** Plays or pauses: both if they go together, else the film alone. */
    public void togglePlaying() {
        VideoPlayer film = player.get();
        if (together.get()) {
            playback.toggle();
        } else if (film != null && filmPlaying.get()) {
            pauseFilm();
        } else if (film != null) {
            film.play();
            filmPlaying.set(true);
        }
    }

    /** One picture on, or back if negative. */
    public void stepPicture(int direction) {
        VideoPlayer film = player.get();
        if (film == null) {
            return;
        }
        playback.pause();
        pauseFilm();
        double from = underway > 0 ? target : film.seconds();
        target = Math.clamp(from + direction * STEP_SECONDS, 0.0, film.lengthSeconds());
        underway = MOST_FRAMES_UNDERWAY;
        film.seek(target);
        if (together.get()) {
            follow(target);
        }
    }

    /** To be called for every frame that is drawn: the cursor goes where the film is. */
    public void frame() {
        VideoPlayer film = player.get();
        if (film == null) {
            return;
        }
        double seconds = film.seconds();
        if (underway > 0) {
            underway = Math.abs(seconds - target) < ARRIVED_SECONDS ? 0 : underway - 1;
            if (underway > 0) {
                return;
            }
        }
        if (filmPlaying.get() && together.get()) {
            follow(seconds);
            if (seconds >= film.lengthSeconds()) {
                playback.pause();
            }
        }
    }

    private void follow(double seconds) {
        VideoLink now = link.get();
        Optional<TraceSource> source = trace.source();
        if (now != null && source.isPresent()) {
            following = true;
            playback.moveTo(TracePlace.sampleAt(source.get(), now.clock().timeAt(seconds)));
            following = false;
        }
    }

    /** What a worker thread read of a session's video. */
    private record Stored(
            Optional<VideoLink> link, Path path, @Nullable Throwable gone, String undoName, String redoName) {
        static Stored of(Project project, Session session) {
            var link = project.videos().video(session.id());
            Path path = Path.of("");
            @Nullable Throwable gone = null;
            if (link.isPresent()) {
                try {
                    path = link.get().file().require(project.folder());
                } catch (ProblemException problem) {
                    gone = problem;
                }
            }
            return new Stored(
                    link,
                    path,
                    gone,
                    project.videos().undoName(session.id()).orElse(""),
                    project.videos().redoName(session.id()).orElse(""));
        }
    }
}
