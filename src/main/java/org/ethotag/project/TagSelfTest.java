package org.ethotag.project;

import java.util.Objects;

/**
 * What a tag said of its own run over the windows that its model carries.
 *
 * @param state passed, failed, running or none; empty where nobody kept it
 * @param passed how many windows gave what they should, 0 to {@code windows}
 * @param windows how many there are
 */
public record TagSelfTest(String state, int passed, int windows) {
    public TagSelfTest {
        Objects.requireNonNull(state, "state");
        if (passed < 0 || passed > windows) {
            throw new IllegalArgumentException("not a self-test: " + passed + " of " + windows);
        }
    }
}
