package org.ethotag.ui.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;
import org.ethotag.recording.Session;
import org.ethotag.recording.VideoAnchor;
import org.ethotag.recording.VideoClock;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.trace.PlayingCursor;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;
import org.ethotag.ui.trace.TraceViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a reel that the test turns by hand in the place of the system's player. */
class VideoViewModelTest {
    private static final double FILM_SECONDS = 600;

    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final TraceViewModel trace = new TraceViewModel();
    private final PlayingCursor cursor = new PlayingCursor(trace);
    private final List<Reel> reels = new ArrayList<>();
    private final VideoViewModel model =
            new VideoViewModel(Jobs.immediate(), study, trace, cursor.playback(), this::reel, problems::add);
    private Path film = Path.of("");

    private void reel(Path file, Consumer<VideoPlayer> ready, Consumer<Throwable> failed) {
        reels.add(new Reel());
        ready.accept(reels.getLast());
    }

    private static final class Reel implements VideoPlayer {
        private double at;
        private double speed;
        private boolean turning;
        private boolean closed;

        @Override
        public void play() {
            turning = true;
        }

        @Override
        public void pause() {
            turning = false;
        }

        @Override
        public void setSpeed(double now) {
            speed = now;
        }

        @Override
        public void seek(double seconds) {
            at = seconds;
        }

        @Override
        public double seconds() {
            return at;
        }

        @Override
        public double lengthSeconds() {
            return FILM_SECONDS;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @BeforeEach
    void open() throws IOException {
        SampleStudy.createUnlabelled(folder.resolve("study"), "Study");
        film = Files.writeString(folder.resolve("study").resolve("barn.mp4"), "a film");
        study.open(folder.resolve("study"));
        var time = TimeMap.steady(session().start(), session().rate());
        var stretches = List.of(new SampleRange(0, session().lengthSamples()));
        trace.show(
                new TraceSource(
                        SampleStudy.trace(session()),
                        time,
                        session().zone(),
                        session().rate(),
                        stretches),
                LabelTrack.empty("labels"));
    }

    @AfterEach
    void close() {
        study.close();
    }

    private Session session() {
        return study.sessions().getFirst().session();
    }

    private Reel choose() {
        model.choose(film);
        return reels.getLast();
    }

    private long at() {
        return trace.cursorProperty().get();
    }

    private static long samples(double seconds) {
        return Math.round(seconds * SampleStudy.RATE.hertz());
    }

    @Test
    void aFilmInsideTheStudyIsKeptByItsRelativePathAndFoundAgain() {
        choose();
        assertThat(model.linkProperty().get().file().path()).isEqualTo("barn.mp4");
        study.close();
        study.open(folder.resolve("study"));
        assertThat(model.linkProperty().get().clock())
                .isEqualTo(VideoClock.startingAt(session().start()));
        assertThat(reels).hasSize(2);
        assertThat(reels.getFirst().closed).isTrue();
    }

    @Test
    void theFilmGoesWhereTheCursorIsPut() {
        var reel = choose();
        trace.moveCursor(samples(100));
        assertThat(reel.at).isEqualTo(100, within(1e-6));
    }

    @Test
    void whileBothPlayTheCursorGoesWhereTheFilmIs() {
        var reel = choose();
        cursor.playback().play();
        assertThat(reel.turning).isTrue();
        assertThat(cursor.playback().drivenProperty().get()).isTrue();
        reel.at = 0.02; // it has arrived where it was sent
        model.frame();
        reel.at = 13.02;
        model.frame();
        assertThat(at()).isCloseTo(samples(13.02), within(1L));
        cursor.playback().pause();
        assertThat(reel.turning).isFalse();
    }

    @Test
    void speedIsThatOfThePlayback() {
        var reel = choose();
        cursor.playback().speedProperty().set(4);
        assertThat(reel.speed).isEqualTo(4);
    }

    @Test
    void whereThereIsNoFilmTheTracePlaysAlone() {
        choose();
        trace.moveCursor(samples(FILM_SECONDS + 60));
        cursor.playback().play();
        assertThat(cursor.playback().drivenProperty().get()).isFalse();
        assertThat(cursor.playback().playingProperty().get()).isTrue();
    }

    @Test
    void anAnchorTiesThePictureToTheCursor() {
        var reel = choose();
        model.togetherProperty().set(false);
        reel.at = 20;
        trace.moveCursor(samples(95));
        assertThat(reel.at).isEqualTo(20);
        model.anchor();
        var expected = new VideoAnchor(Duration.ofSeconds(20), session().start().plusSeconds(95));
        assertThat(model.linkProperty().get().clock()).isEqualTo(new VideoClock(List.of(expected)));
        trace.moveCursor(samples(105));
        assertThat(reel.at).isEqualTo(30, within(1e-6));
    }

    @Test
    void everyStepOfTheVideoCanBeUndoneAndRedoneAfterARestartToo() {
        var reel = choose();
        model.togetherProperty().set(false);
        reel.at = 20;
        trace.moveCursor(samples(95));
        model.anchor();
        var anchored = model.linkProperty().get();
        study.close();
        study.open(folder.resolve("study"));
        model.undo();
        assertThat(model.linkProperty().get().clock())
                .isEqualTo(VideoClock.startingAt(session().start()));
        model.undo();
        assertThat(model.linkProperty().get()).isNull();
        model.redo();
        model.redo();
        assertThat(model.linkProperty().get()).isEqualTo(anchored);
    }

    @Test
    void anAnchorThatWouldTurnTimeBackIsRefusedInWords() {
        var reel = choose();
        model.togetherProperty().set(false);
        reel.at = 20;
        trace.moveCursor(samples(95));
        model.anchor();
        model.togetherProperty().set(false);
        reel.at = 40;
        trace.moveCursor(samples(90));
        model.anchor();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(
                                ((ProblemException) problem).problem().code())
                        .isEqualTo(VideoProblem.ANCHOR_RUNS_BACKWARD));
        assertThat(model.linkProperty().get().clock().anchors()).hasSize(1);
    }

    @Test
    void aFilmThatIsGoneIsToldAndOneThatWasMovedKeepsItsAnchors() throws IOException {
        var reel = choose();
        model.togetherProperty().set(false);
        reel.at = 20;
        trace.moveCursor(samples(95));
        model.anchor();
        var clock = model.linkProperty().get().clock();
        study.close();
        var moved = Files.move(film, folder.resolve("elsewhere.mp4"));
        study.open(folder.resolve("study"));
        assertThat(((ProblemException) model.troubleProperty().get()).problem().code())
                .isEqualTo(RecordingProblem.VIDEO_GONE);
        model.choose(moved);
        assertThat(model.troubleProperty().get()).isNull();
        assertThat(model.linkProperty().get().clock()).isEqualTo(clock);
        assertThat(Path.of(model.linkProperty().get().file().path())).isAbsolute();
    }

    @Test
    void oneStepIsOnePicture() {
        var reel = choose();
        trace.moveCursor(samples(10));
        model.stepPicture(1);
        assertThat(reel.at).isEqualTo(10.04, within(1e-9));
        model.stepPicture(-1);
        assertThat(reel.at).isEqualTo(10, within(1e-9));
    }
}
