package org.ethotag.ui.video;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A film that can be played. FX thread only. */
public interface VideoPlayer extends AutoCloseable {
    /** Plays on from where it is. */
    void play();

    /** Stops where it is. */
    void pause();

    /** Multiples of real time. */
    void setSpeed(double speed);

    /** Goes to a moment, in seconds since the first frame; before the beginning or after the end it stays at that. */
    void seek(double seconds);

    /** The moment that is shown, in seconds since the first frame. */
    double seconds();

    /** How long the film is, in seconds. */
    double lengthSeconds();

    @Override
    void close();

    /** Opens films. */
    interface Opener {
        /**
         * Opens a film without playing it.
         *
         * @param ready is given the player when the first frame can be shown
         * @param failed is told, once, what keeps this film from being shown, before or after it was ready
         */
        void open(Path file, Consumer<VideoPlayer> ready, Consumer<Throwable> failed);
    }
}
