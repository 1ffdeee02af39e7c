package org.ethotag.flash;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethotag.export.image.ModelImage;
import org.ethotag.job.Job;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/**
 * Brings a tag back whose bootloader waits in serial recovery: the model, then the firmware, each straight into the slot
 * that runs, then a restart and the same proof as an ordinary job's. There is no way back from it, so a tag that runs is
 * refused. Interrupted, it leaves the tag in recovery; the next run begins at the start. Always ends with a receipt; a
 * cancel counts until the first byte is written.
 */
public final class RecoveryJob implements Job<FlashReceipt> {
    private static final int FIRMWARE = 0;
    private static final double MODEL_SENT_AT = 0.4;
    private static final double SENT_AT = 0.8;

    private final RecoveryOrder order;
    private final TagConnector connector;
    private final Journal journal;

    public RecoveryJob(RecoveryOrder order, TagConnector connector, Journal journal) {
        this.order = order;
        this.connector = connector;
        this.journal = journal;
    }

    @Override
    public FlashReceipt run(JobMonitor monitor) {
        return new Run(monitor).run();
    }

    /** One run. */
    private final class Run {
        private final JobMonitor monitor;
        private final ReceiptBuilder receipt;
        private boolean written;

        Run(JobMonitor monitor) {
            this.monitor = monitor;
            this.receipt = new ReceiptBuilder(order.model(), connector.clock().now());
        }

        FlashReceipt run() {
            try {
                monitor.doing(-1, "checking.images");
                ModelImage image = FlashGates.trusted(order.model());
                for (byte[] firmware : order.firmware()) {
                    FlashGates.requireSame(image, FlashGates.signed(order.model(), firmware));
                }
                try (var session = new FlashSession(connector, order.model().serial())) {
                    receipt.of(session);
                    receipt.noWayBack();
                    try (var _ = journal.lock(session.lockName())) {
                        return recover(image, session);
                    }
                }
            } catch (ProblemException problem) {
                var outcome = written ? FlashOutcome.UNKNOWN : FlashOutcome.REFUSED;
                return receipt.failed(problem, outcome, connector.clock().now());
            }
        }

        private FlashReceipt recover(ModelImage image, FlashSession session) {
            var slots = session.link().imageState();
            String place = session.link().name();
            requireRecovery(slots, place);
            FlashGates.requireRoom(order.model(), session.link());
            var facts = Map.of(
                    JournalFile.IMAGE, order.model().name(),
                    JournalFile.SHA, receipt.imageSha256(),
                    JournalFile.SERIAL, session.serial());
            JournalFile file = journal.begin(facts);
            monitor.checkCancelled();
            file.write(FlashState.UPLOADING);
            written = true;
            try {
                send(session);
                file.write(FlashState.REBOOTING);
                int windows = restart(image, session, place);
                file.write(FlashState.CONFIRMED);
                return receipt.verified(windows, session, connector.clock().now());
            } catch (ProblemException problem) {
                file.write(
                        FlashState.FAILED,
                        Map.of(JournalFile.REASON, problem.problem().code().name()));
                throw FlashSession.lost(problem) || problem.problem().code() == FlashProblem.TAG_REFUSED
                        ? new ProblemException(
                                        FlashProblem.RECOVERY_INTERRUPTED,
                                        place,
                                        problem.problem().what())
                                .causedBy(problem)
                        : problem;
            }
        }

        private void requireRecovery(List<ImageSlot> slots, String place) {
            if (!ImageSlot.noneRuns(slots)) {
                throw new ProblemException(FlashProblem.NOT_IN_RECOVERY, place);
            }
            if (order.firmware().isEmpty() && ImageSlot.find(slots, FIRMWARE, 0).isEmpty()) {
                throw new ProblemException(FlashProblem.RECOVERY_NEEDS_FIRMWARE, place);
            }
        }

        /** The model first: a tag that has firmware but no model would start into nothing useful, or not at all. */
        private void send(FlashSession session) {
            byte[] model = order.model().image();
            new RecoveryUpload(session.link(), model, order.model().rules().modelImage())
                    .run(monitor.part(0, MODEL_SENT_AT));
            long sent = model.length;
            for (byte[] firmware : order.firmware()) {
                new RecoveryUpload(session.link(), firmware, FIRMWARE).run(monitor.part(MODEL_SENT_AT, SENT_AT));
                sent += firmware.length;
            }
            receipt.sent(sent);
        }

        private int restart(ModelImage image, FlashSession session, String place) {
            monitor.doing(SENT_AT, "restarting");
            if (session.restart() == FlashSession.Restart.ABSENT) {
                throw new ProblemException(FlashProblem.TAG_LOST, session.serial());
            }
            var slots = session.link().imageState();
            if (ImageSlot.noneRuns(slots)) {
                throw new ProblemException(FlashProblem.RECOVERY_FAILED, place);
            }
            String hash = HexFormat.of().formatHex(image.hash());
            Optional<ImageSlot> model =
                    ImageSlot.find(slots, order.model().rules().modelImage(), 0);
            if (model.filter(found -> found.hash().equals(hash)).isEmpty()) {
                throw new ProblemException(FlashProblem.STATE_UNCLEAR, session.serial(), "it runs another model");
            }
            receipt.clockSet(session.setClock());
            return new FlashProof(image, session).run(monitor.part(SENT_AT, 1));
        }
    }
}
