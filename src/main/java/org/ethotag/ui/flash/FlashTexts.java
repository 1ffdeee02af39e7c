package org.ethotag.ui.flash;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ethotag.flash.FlashCheck;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.project.TagSelfTest;
import org.ethotag.ui.control.Texts;

/** What became of a flash, in the user's language; receipts and tables keep the words that they were written with. */
final class FlashTexts {
    private static final List<String> STATES = List.of("passed", "failed", "running");

    private FlashTexts() {}

    /** What a receipt could not check. */
    static String checks(List<FlashCheck> checks) {
        return checks.stream().map(check -> Texts.of("flash.check." + check)).collect(Collectors.joining(", "));
    }

    /** An outcome as receipts keep it. */
    static String outcome(String kept) {
        for (var outcome : FlashOutcome.values()) {
            if (outcome.name().toLowerCase(Locale.ROOT).equals(kept)) {
                return Texts.of("flash.outcome." + outcome);
            }
        }
        return kept.replace('_', ' ');
    }

    /** For example "passed 40 of 40"; empty where the tag did not say. */
    static String selfTest(TagSelfTest test) {
        return test.state().isEmpty() || test.state().equals("none")
                ? ""
                : Texts.of("flash.selftest.counted", state(test), test.passed(), test.windows());
    }

    /** Without the windows. */
    static String state(TagSelfTest test) {
        return STATES.contains(test.state()) ? Texts.of("flash.selftest." + test.state()) : test.state();
    }
}
