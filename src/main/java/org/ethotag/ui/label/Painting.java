package org.ethotag.ui.label;

import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.trace.Playback;

/**
 * Labelling while the recording plays: a behaviour's key paints it from where the playback is to where the next key is
 * pressed or the playback stops. What was painted is written then; until then it is only outlined. FX thread only.
 */
public final class Painting {
    private static final SampleRange NOTHING = new SampleRange(0, 0);
    /** Seconds within which the position moves on by itself between two frames, even of a video that stalls. */
    private static final double LONGEST_STEP_SECONDS = 5;

    private final Playback playback;
    private final BiConsumer<SampleRange, String> painted;
    private final ReadOnlyStringWrapper behaviour = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<SampleRange> stretch = new ReadOnlyObjectWrapper<>(NOTHING);
    private double rateHz = 1;

    /** @param painted is told each stretch and its behaviour when it is finished */
    Painting(Playback playback, BiConsumer<SampleRange, String> painted) {
        this.playback = playback;
        this.painted = painted;
        playback.positionProperty().subscribe(position -> moved((long) Math.floor(position.doubleValue())));
        playback.playingProperty().subscribe(playing -> {
            if (!playing) {
                finish();
            }
        });
    }

    /** Code of the behaviour that is being painted, or empty. */
    public ReadOnlyStringProperty behaviourProperty() {
        return behaviour.getReadOnlyProperty();
    }

    /** What would be written now. */
    public ReadOnlyObjectProperty<SampleRange> stretchProperty() {
        return stretch.getReadOnlyProperty();
    }

    /** Paints a behaviour from the position on; false if nothing plays. */
    boolean begin(String code, double hertz) {
        if (!playback.playingProperty().get()) {
            return false;
        }
        finish();
        long at = (long) Math.floor(playback.positionProperty().get());
        rateHz = hertz;
        stretch.set(new SampleRange(at, at));
        behaviour.set(code);
        return true;
    }

    private void moved(long at) {
        if (behaviour.get().isEmpty()) {
            return;
        }
        var now = stretch.get();
        long longest = Math.round(LONGEST_STEP_SECONDS * rateHz * Playback.FASTEST);
        if (at < now.to() || at > now.to() + longest) {
            finish(); // the user went elsewhere: what lies between was not watched
        } else {
            stretch.set(new SampleRange(now.from(), at));
        }
    }

    /** Ends what is being painted, here. */
    void finish() {
        var range = stretch.get();
        var code = behaviour.get();
        behaviour.set("");
        stretch.set(NOTHING);
        if (!code.isEmpty() && !range.isEmpty()) {
            painted.accept(range, code);
        }
    }

    /** Forgets what is being painted. */
    void drop() {
        behaviour.set("");
        stretch.set(NOTHING);
    }
}
