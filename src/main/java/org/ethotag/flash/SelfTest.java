package org.ethotag.flash;

import java.util.Locale;
import org.ethotag.flash.smp.Fields;

/**
 * How the tag's last run over the golden windows of its model went.
 *
 * @param state where it stands
 * @param modelId the model that was tested, 16 hex digits, or empty
 * @param windows how many golden windows the model carries
 * @param passed how many of them gave the expected logits so far
 */
public record SelfTest(State state, String modelId, int windows, int passed) {
    /** Where a self-test stands. */
    public enum State {
        NONE,
        RUNNING,
        PASSED,
        FAILED
    }

    /** Not known: never run, not asked for, or a tag without that command. */
    static SelfTest none() {
        return new SelfTest(State.NONE, "", 0, 0);
    }

    static SelfTest of(Fields answer) {
        return new SelfTest(
                state(answer.text("state").orElse("")),
                answer.text("model").orElse(""),
                answer.count("windows").orElse(0),
                answer.count("passed").orElse(0));
    }

    private static State state(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "running" -> State.RUNNING;
            case "passed" -> State.PASSED;
            case "failed" -> State.FAILED;
            default -> State.NONE;
        };
    }
}
