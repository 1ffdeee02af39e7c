package org.ethotag.flash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;

/** Collects what a receipt needs while the job goes on. One thread. */
final class ReceiptBuilder {
    private final FlashOrder order;
    private final Instant started;
    private final String imageSha256;
    private String serial = "";
    private String hardware = "";
    private String firmware = "";
    private String modelBefore = "";
    private String modelNow = "";
    private int battery = -1;
    private SelfTest selfTest = SelfTest.none();
    private boolean seen;
    private boolean clockSet = true;
    private boolean wayBack = true;
    private long sentBytes;
    private List<FlashCheck> unchecked = List.of();
    private LineQuality line = LineQuality.perfect();

    ReceiptBuilder(FlashOrder order, Instant started) {
        this.order = order;
        this.started = started;
        this.imageSha256 = HexFormat.of().formatHex(ImageUpload.sha256(order.image()));
    }

    /** Notes who the tag is and how the line works; the first look is the one before. */
    void of(FlashSession session) {
        serial = session.serial();
        unchecked = session.unchecked();
        line = session.quality();
        selfTest = session.lastSelfTest();
        session.identity().ifPresent(identity -> {
            hardware = identity.hardware();
            firmware = identity.firmware();
            battery = identity.batteryPercent();
            modelNow = identity.modelId();
            modelBefore = seen ? modelBefore : identity.modelId();
        });
        seen = true;
    }

    void sent(long bytes) {
        sentBytes = bytes;
    }

    /** Whether the tag took the time of day. */
    void clockSet(boolean set) {
        clockSet = set;
    }

    /** What ran before cannot come back. */
    void noWayBack() {
        wayBack = false;
    }

    private List<FlashCheck> unchecked() {
        var all = new ArrayList<>(unchecked);
        if (!clockSet) {
            all.add(FlashCheck.CLOCK);
        }
        if (!wayBack) {
            all.add(FlashCheck.WAY_BACK);
        }
        return all;
    }

    String imageSha256() {
        return imageSha256;
    }

    String modelBefore() {
        return modelBefore;
    }

    FlashReceipt verified(int goldenWindows, FlashSession session, Instant now) {
        of(session);
        return receipt(FlashOutcome.VERIFIED, goldenWindows, List.of(), now);
    }

    FlashReceipt failed(ProblemException problem, FlashOutcome outcome, Instant now) {
        return receipt(outcome, 0, List.of(problem.problem()), now);
    }

    private FlashReceipt receipt(FlashOutcome outcome, int goldenWindows, List<Problem> problems, Instant now) {
        return new FlashReceipt(
                serial,
                hardware,
                firmware,
                battery,
                modelBefore,
                outcome == FlashOutcome.UNKNOWN ? "" : modelNow,
                order.name(),
                imageSha256,
                selfTest,
                goldenWindows,
                outcome,
                sentBytes,
                unchecked(),
                problems,
                line,
                started,
                now);
    }
}
