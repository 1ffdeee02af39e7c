package org.ethotag.flash;

import org.ethotag.flash.smp.Fields;

/** What came back for a request. */
sealed interface SmpAnswer {
    /** The tag did it. */
    record Done(Fields body) implements SmpAnswer {}

    /**
     * The tag said no.
     *
     * @param group whose error it is, -1 for one of the protocol itself
     * @param code see {@link SmpError}
     * @param reason the tag's own words, or empty
     */
    record Refused(int group, int code, String reason) implements SmpAnswer {
        /** Whether the tag's firmware simply has no such command. */
        boolean notSupported() {
            return group < 0 && code == SmpError.NOT_SUPPORTED;
        }

        /** Whether there is nothing of what was asked for, now. */
        boolean noEntry() {
            return SmpError.noEntry(group, code);
        }

        String words() {
            String words = SmpError.words(group, code);
            return reason.isEmpty() ? words : words + " (" + reason + ")";
        }
    }

    /** Nothing came, with all tries. */
    record Silence() implements SmpAnswer {}

    /** Reads a response: an error of the first version is {@code rc}, one of the second {@code err} or {@code ret}. */
    static SmpAnswer of(Fields body) {
        var group = body.fields("err").or(() -> body.fields("ret"));
        if (group.isPresent() && group.get().number("rc").orElse(0) != 0) {
            var error = group.get();
            return new Refused(error.count("group").orElse(0), error.count("rc").orElse(1), reason(body));
        }
        long code = body.number("rc").orElse(0);
        return code == 0 ? new Done(body) : new Refused(-1, Math.clamp(code, 0, Integer.MAX_VALUE), reason(body));
    }

    private static String reason(Fields body) {
        return body.text("rsn").orElse("");
    }
}
