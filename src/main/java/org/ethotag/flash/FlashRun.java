package org.ethotag.flash;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.ethotag.export.image.ModelImage;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/** One run of a {@link FlashJob}: from the check of the image to the receipt, whatever happens between. One thread. */
final class FlashRun {
    private final FlashOrder order;
    private final TagConnector connector;
    private final Journal journal;
    private final Origin origin;
    private final JobMonitor monitor;
    private final ReceiptBuilder receipt;
    private final FlashLog log;

    /**
     * Where a run comes from.
     *
     * @param resumed the one job that it finishes, or none
     */
    record Origin(List<Journal.OpenJob> resumed) {
        static Origin fresh() {
            return new Origin(List.of());
        }

        /** What the earlier run was about to do. */
        FlashState state() {
            return resumed.isEmpty() ? FlashState.FOUND : resumed.getFirst().state();
        }
    }

    FlashRun(FlashOrder order, TagConnector connector, Journal journal, Origin origin, JobMonitor monitor) {
        this.order = order;
        this.connector = connector;
        this.journal = journal;
        this.origin = origin;
        this.monitor = monitor;
        this.receipt = new ReceiptBuilder(order, connector.clock().now());
        this.log = new FlashLog(journal, origin.state());
    }

    FlashReceipt run() {
        try {
            monitor.doing(-1, "checking.image");
            ModelImage image = FlashGates.trusted(order);
            monitor.doing(0, "looking.tag");
            try (var session = new FlashSession(connector, order.serial())) {
                receipt.of(session);
                try (var _ = journal.lock(session.lockName())) {
                    return run(image, session);
                } finally {
                    receipt.of(session);
                }
            }
        } catch (ProblemException problem) {
            return receipt.failed(problem, outcome(problem), now());
        }
    }

    private FlashReceipt run(ModelImage image, FlashSession session) {
        try {
            log.open(journalFile(session), order, receipt.imageSha256());
            log.identified(session.serial(), receipt.modelBefore());
            int windows = new FlashSteps(order, image, session, log, receipt, monitor).run(origin.state());
            closeVerified();
            return receipt.verified(windows, session, now());
        } catch (CancellationException cancelled) {
            log.write(FlashState.FAILED, Map.of(JournalFile.REASON, "cancelled"));
            throw cancelled;
        } catch (ProblemException problem) {
            log.close(problem, !origin.resumed().isEmpty());
            throw problem;
        }
    }

    private JournalFile journalFile(FlashSession session) {
        return origin.resumed().isEmpty()
                ? journal.begin(Map.of(
                        JournalFile.IMAGE,
                        order.name(),
                        JournalFile.SHA,
                        receipt.imageSha256(),
                        JournalFile.SERIAL,
                        session.serial()))
                : JournalFile.resume(origin.resumed().getFirst().file(), connector.clock());
    }

    /** What the tag proved stays proved, even if the disk does not take the last line: the next start reads it again. */
    private void closeVerified() {
        try {
            log.confirmed();
        } catch (ProblemException unwritable) {
            monitor.progress(1, unwritable.problem().what());
        }
    }

    private Instant now() {
        return connector.clock().now();
    }

    /** What a problem means for the tag depends on how far the job was. */
    private FlashOutcome outcome(ProblemException problem) {
        return switch (problem.problem().code().kind()) {
            case OLD_MODEL_RUNS -> FlashOutcome.OLD_MODEL_RUNS;
            case TAG_STATE_UNKNOWN -> FlashOutcome.UNKNOWN;
            case OUTSIDE_WORLD ->
                switch (log.reached()) {
                    case FOUND, IDENTIFIED, CHECKED -> FlashOutcome.REFUSED;
                    case UPLOADING, UPLOADED -> FlashOutcome.OLD_MODEL_RUNS;
                    case TRIAL_SET, REBOOTING, TRIAL_RUNNING, CONFIRMED, REVERTED, FAILED -> FlashOutcome.UNKNOWN;
                };
        };
    }
}
