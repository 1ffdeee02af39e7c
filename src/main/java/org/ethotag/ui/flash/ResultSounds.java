package org.ethotag.ui.flash;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.ethotag.ui.job.Jobs;

/** Plays results unless they are muted. FX thread only. */
public final class ResultSounds {
    private final Jobs jobs;
    private final Consumer<ResultSound> player;
    private final BooleanProperty muted = new SimpleBooleanProperty();

    /** @param player plays one and waits for its end; called on worker threads */
    ResultSounds(Jobs jobs, Consumer<ResultSound> player) {
        this.jobs = jobs;
        this.player = player;
    }

    /** Whether nothing is to be heard. */
    public BooleanProperty mutedProperty() {
        return muted;
    }

    void play(boolean verified) {
        if (!muted.get()) {
            var sound = verified ? ResultSound.VERIFIED : ResultSound.FAILED;
            jobs.quiet()
                    .<Boolean>start(
                            "sound",
                            _ -> {
                                player.accept(sound);
                                return true;
                            },
                            _ -> {});
        }
    }
}
