package org.ethotag.flash.virtual;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ethotag.flash.FlashProblem;
import org.ethotag.problem.ProblemException;

/**
 * One thing that is wrong with an emulated tag.
 *
 * @param kind what
 * @param number at which byte, operation or response, from 1; 0 where the kind has no number
 */
public record Fault(FaultKind kind, long number) {
    public Fault {
        if (kind.numbered() != number > 0) {
            throw new IllegalArgumentException(kind + " with number " + number);
        }
    }

    /**
     * Reads {@code NAME} or {@code NAME:N}.
     *
     * @throws ProblemException {@link FlashProblem#FAULT_UNKNOWN} with the list of names
     */
    public static Fault parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        for (FaultKind kind : FaultKind.values()) {
            if (kind.word().equals(name) && kind.numbered() == colon >= 0) {
                return new Fault(kind, colon < 0 ? 0 : number(text, text.substring(colon + 1)));
            }
        }
        throw unknown(text);
    }

    private static long number(String text, String digits) {
        if (!digits.matches("[1-9][0-9]{0,8}")) {
            throw unknown(text);
        }
        return Long.parseLong(digits);
    }

    private static ProblemException unknown(String text) {
        String known = Arrays.stream(FaultKind.values())
                .map(kind -> kind.word() + (kind.numbered() ? ":N" : ""))
                .collect(Collectors.joining(", "));
        return new ProblemException(FlashProblem.FAULT_UNKNOWN, text, known);
    }
}
