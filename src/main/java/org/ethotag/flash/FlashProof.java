package org.ethotag.flash;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethotag.export.GoldenWindow;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.TagClock.Deadline;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.IntegerEngine;

/** Compares, bit by bit, what the tag computes for the golden windows with what this computer computes. */
final class FlashProof {
    private static final Duration LONGEST_TEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ModelImage image;
    private final FlashSession session;

    FlashProof(ModelImage image, FlashSession session) {
        this.image = image;
        this.session = session;
    }

    /**
     * Runs the comparison; none on a tag that has no self-test.
     *
     * @return how many windows are the same
     * @throws ProblemException {@link FlashProblem#ANSWERS_DIFFER} if one is not
     */
    int run(JobMonitor monitor) {
        var payload = image.payload();
        List<GoldenWindow> windows = payload.golden().windows();
        Optional<SelfTest> test = finished();
        if (test.isEmpty() || windows.isEmpty()) {
            return 0;
        }
        var engine = new IntegerEngine(payload.blob().graph());
        int same = 0;
        for (int i = 0; i < windows.size(); i++) {
            monitor.doing((double) i / windows.size(), "golden", i + 1, windows.size());
            var onTag = session.link().selfTestLogits(i).orElse(List.of());
            var here =
                    IntStream.of(engine.logits(windows.get(i).counts())).boxed().toList();
            boolean asExported = windows.get(i).passes(engine);
            same += asExported && onTag.equals(here) ? 1 : 0;
        }
        if (same < windows.size()) {
            throw new ProblemException(
                    FlashProblem.ANSWERS_DIFFER, session.serial(), windows.size() - same, windows.size());
        }
        return same;
    }

    /** The finished self-test of the running model; starts it if the tag has not done one since it started. */
    private Optional<SelfTest> finished() {
        Optional<SelfTest> test = session.selfTest();
        if (test.isPresent() && test.get().state() == SelfTest.State.NONE) {
            test = session.startSelfTest();
        }
        Deadline deadline = session.clock().in(LONGEST_TEST);
        while (test.isPresent() && test.get().state() == SelfTest.State.RUNNING && !deadline.over()) {
            session.clock().pause(BETWEEN_LOOKS);
            test = session.selfTest();
        }
        return test;
    }
}
