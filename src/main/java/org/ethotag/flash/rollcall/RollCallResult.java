package org.ethotag.flash.rollcall;

import java.time.Instant;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.problem.Problem;

/**
 * What came of one tag, in words that outlive the program.
 *
 * @param ended when, or {@link Instant#EPOCH} if nothing has ended yet
 * @param model id of the model that runs, or empty
 * @param goldenWindows how many were the same to the bit
 * @param batteryPercent 0 to 100, or -1
 * @param firmware version, or empty
 * @param what what went wrong, or empty
 * @param why its cause, or empty
 * @param next what to do, or empty
 */
public record RollCallResult(
        Instant ended,
        String model,
        int goldenWindows,
        int batteryPercent,
        String firmware,
        String what,
        String why,
        String next) {
    /** Nothing yet. */
    static RollCallResult none() {
        return new RollCallResult(Instant.EPOCH, "", 0, -1, "", "", "", "");
    }

    static RollCallResult of(FlashReceipt receipt) {
        var problem = receipt.problems().stream().findFirst();
        return new RollCallResult(
                receipt.ended(),
                receipt.modelAfter(),
                receipt.goldenWindows(),
                receipt.batteryPercent(),
                receipt.firmware(),
                problem.map(Problem::what).orElse(""),
                problem.map(Problem::why).orElse(""),
                problem.map(Problem::next).orElse(""));
    }

    static RollCallResult of(Problem problem, Instant now) {
        return new RollCallResult(now, "", 0, -1, "", problem.what(), problem.why(), problem.next());
    }
}
