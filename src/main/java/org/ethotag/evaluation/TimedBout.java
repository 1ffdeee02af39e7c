package org.ethotag.evaluation;

import java.util.Objects;

/**
 * What an animal did for a while.
 *
 * @param time when
 * @param behaviour code of the behaviour, or name of the class
 */
public record TimedBout(TimeSpan time, String behaviour) {
    public TimedBout {
        Objects.requireNonNull(behaviour, "behaviour");
    }
}
