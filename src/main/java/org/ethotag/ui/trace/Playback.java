package org.ethotag.ui.trace;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * A place that moves over a recording in real time or a multiple of it. It has no clock of its own: whoever has one drives
 * it, the trace's frames by {@link #advance}, or a video by {@link #moveTo}. FX thread only.
 */
public final class Playback {
    /** Slowest and fastest, in multiples of real time. */
    public static final double SLOWEST = 0.25;

    public static final double FASTEST = 4;

    private final Supplier<PlayRange> recording;
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final BooleanProperty driven = new SimpleBooleanProperty();

    /**
     * What can be played.
     *
     * @param lengthSamples samples on each axis; 0 if there is nothing
     * @param rateHz samples per second
     */
    public record PlayRange(long lengthSamples, double rateHz) {}

    /** @param recording what is shown at the moment */
    public Playback(Supplier<PlayRange> recording) {
        this.recording = recording;
        speed.subscribe(chosen -> speed.set(Math.clamp(chosen.doubleValue(), SLOWEST, FASTEST)));
    }

    /** Where it is, in samples with their fraction, 0 to the recording's length. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Multiples of real time, kept between {@value #SLOWEST} and {@value #FASTEST}. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** Whether somebody else, such as a video, moves the position; the trace's own clock then stands still. */
    public BooleanProperty drivenProperty() {
        return driven;
    }

    /** Starts at the position; from the beginning again if that is the end. Without a recording nothing happens. */
    public void play() {
        long length = recording.get().lengthSamples();
        if (length > 0) {
            if (position.get() >= length) {
                position.set(0);
            }
            playing.set(true);
        }
    }

    /** Stops where it is. */
    public void pause() {
        playing.set(false);
    }

    public void toggle() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    /** Twice as fast, or half as fast if negative. */
    public void changeSpeed(int direction) {
        speed.set(direction > 0 ? speed.get() * 2 : speed.get() / 2);
    }

    /**
     * Goes on by what passes on a clock; stops at the end.
     *
     * @param seconds of the clock, 0 or more
     */
    public void advance(double seconds) {
        if (playing.get()) {
            moveTo(position.get() + seconds * speed.get() * recording.get().rateHz());
        }
    }

    /** Goes somewhere, whether playing or not; stops at the end. */
    public void moveTo(double sample) {
        long length = recording.get().lengthSamples();
        position.set(Math.clamp(sample, 0, (double) length));
        if (sample >= length) {
            pause();
        }
    }
}
