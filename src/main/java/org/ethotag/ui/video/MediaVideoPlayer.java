package org.ethotag.ui.video;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import javafx.util.Duration;
import org.ethotag.problem.ProblemException;

/** A film in JavaFX's own player, shown in a view that it is given. FX thread only. */
public final class MediaVideoPlayer implements VideoPlayer {
    private final MediaPlayer player;
    private final MediaView view;

    private MediaVideoPlayer(MediaPlayer player, MediaView view) {
        this.player = player;
        this.view = view;
    }

    /** Opens films in a view; the newest one is shown. */
    public static Opener in(MediaView view) {
        return (file, ready, failed) -> open(view, file, ready, failed);
    }

    private static void open(MediaView view, Path file, Consumer<VideoPlayer> ready, Consumer<Throwable> failed) {
        try {
            var media = new Media(file.toUri().toString());
            var player = new MediaPlayer(media);
            var opened = new MediaVideoPlayer(player, view);
            player.setOnReady(() -> {
                view.setMediaPlayer(player);
                ready.accept(opened);
            });
            player.setOnError(() -> failed.accept(problem(file, player.getError())));
        } catch (MediaException failure) {
            failed.accept(problem(file, failure));
        } catch (LinkageError missing) { // the media library's native part is loaded by the first film
            failed.accept(new ProblemException(VideoProblem.NO_MEDIA_LIBRARY, file, missing).causedBy(missing));
        }
    }

    private static ProblemException problem(Path file, MediaException failure) {
        return new ProblemException(VideoProblem.CANNOT_PLAY, file, String.valueOf(failure.getMessage()))
                .causedBy(failure);
    }

    @Override
    public void play() {
        player.play();
    }

    @Override
    public void pause() {
        player.pause();
    }

    @Override
    public void setSpeed(double speed) {
        player.setRate(speed);
    }

    @Override
    public void seek(double seconds) {
        player.seek(Duration.seconds(Math.clamp(seconds, 0.0, lengthSeconds())));
    }

    @Override
    public double seconds() {
        return player.getCurrentTime().toSeconds();
    }

    @Override
    public double lengthSeconds() {
        return player.getTotalDuration().toSeconds();
    }

    @Override
    public void close() {
        if (player.equals(view.getMediaPlayer())) {
            view.setMediaPlayer(null);
        }
        player.dispose();
    }
}
