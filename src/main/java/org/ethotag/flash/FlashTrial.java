package org.ethotag.flash;

import java.time.Duration;
import java.util.Optional;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.TagClock.Deadline;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/** A model that runs on trial: until it is confirmed and compared, or until the old one is back. One thread. */
final class FlashTrial {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int ATTEMPTS = 3;
    private static final double TRIED_AT = 0.85;

    private final ModelImage image;
    private final OurImage ours;
    private final FlashSession session;
    private final FlashLog log;
    private final ReceiptBuilder receipt;
    private final JobMonitor monitor;

    FlashTrial(
            ModelImage image,
            OurImage ours,
            FlashSession session,
            FlashLog log,
            ReceiptBuilder receipt,
            JobMonitor monitor) {
        this.image = image;
        this.ours = ours;
        this.session = session;
        this.log = log;
        this.receipt = receipt;
        this.monitor = monitor;
    }

    /** Waits for the tag's verdict. @return golden windows that are the same on tag and computer */
    int await() {
        log.write(FlashState.TRIAL_RUNNING);
        Deadline deadline = session.clock().in(LIMIT);
        Optional<SelfTest> test = Optional.empty();
        while (!deadline.over() && test.filter(FlashTrial::failed).isEmpty()) {
            monitor.doing(TRIED_AT, "self-test");
            try {
                var slots = session.link().imageState();
                if (!ours.runs(slots)) {
                    throw new ProblemException(FlashProblem.REVERTED, session.serial());
                }
                if (ours.confirmed(slots)) {
                    return prove();
                }
                test = session.selfTest();
                session.clock().pause(BETWEEN_LOOKS);
            } catch (ProblemException problem) {
                session.requireReturn(problem);
            }
        }
        return revert(test);
    }

    private static boolean failed(SelfTest test) {
        return test.state() == SelfTest.State.FAILED;
    }

    /** The model did not prove itself: the next restart brings the old one back. */
    private int revert(Optional<SelfTest> test) {
        monitor.doing(TRIED_AT, "reverting");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (session.restart() == FlashSession.Restart.ABSENT) {
                throw new ProblemException(FlashProblem.TAG_LOST, session.serial());
            }
            var slots = session.imageState();
            if (!ours.runs(slots)) {
                throw test.filter(FlashTrial::failed)
                        .map(failed -> new ProblemException(
                                FlashProblem.SELF_TEST_FAILED, session.serial(), failed.passed(), failed.windows()))
                        .orElseGet(() -> new ProblemException(FlashProblem.REVERTED, session.serial()));
            }
            if (ours.confirmed(slots)) {
                return prove();
            }
        }
        throw new ProblemException(FlashProblem.STATE_UNCLEAR, session.serial(), "the trial does not end");
    }

    /** Compares tag and computer. Reading only, so a lost line costs nothing but another try. */
    int prove() {
        for (int attempt = 1; ; attempt++) {
            try {
                return proveOnce();
            } catch (ProblemException problem) {
                if (attempt == ATTEMPTS) {
                    throw problem;
                }
                session.requireReturn(problem);
            }
        }
    }

    private int proveOnce() {
        int windows = new FlashProof(image, session).run(monitor.part(TRIED_AT, 1));
        String wanted = image.modelId().orElse("");
        var identity = session.link().identity();
        if (identity.isPresent() && !identity.get().modelId().equals(wanted)) {
            String found = "it names its model " + identity.get().modelId();
            throw new ProblemException(FlashProblem.STATE_UNCLEAR, session.serial(), found);
        }
        receipt.clockSet(session.setClock());
        return windows;
    }
}
