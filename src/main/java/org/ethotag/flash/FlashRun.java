package org.ethotag.flash;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.ethotag.export.ModelImage;
import org.ethotag.flash.TagClock.Deadline;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One run of a {@link FlashJob}. One thread. */
final class FlashRun {
    private static final Duration TRIAL_LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int ATTEMPTS = 3;
    private static final double CHECKED_AT = 0.05;
    private static final double UPLOADED_AT = 0.7;
    private static final double TRIED_AT = 0.85;

    private final FlashOrder order;
    private final TagConnector connector;
    private final Journal journal;
    private final Origin origin;
    private final JobMonitor monitor;
    private final ReceiptBuilder receipt;
    private FlashState reached;
    private @Nullable JournalFile file;

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
        this.reached = origin.state();
    }

    FlashReceipt run() {
        try {
            monitor.progress(-1, "Checking the image");
            ModelImage image = FlashGates.trusted(order);
            monitor.progress(0, "Looking for the tag");
            try (var session = new FlashSession(connector, order.serial())) {
                receipt.of(session);
                try (var _ = journal.lock(session.lockName())) {
                    return new Steps(image, session).run();
                } finally {
                    receipt.of(session);
                }
            }
        } catch (ProblemException problem) {
            return receipt.failed(problem, outcome(problem), now());
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
                switch (reached) {
                    case FOUND, IDENTIFIED, CHECKED -> FlashOutcome.REFUSED;
                    case UPLOADING, UPLOADED -> FlashOutcome.OLD_MODEL_RUNS;
                    case TRIAL_SET, REBOOTING, TRIAL_RUNNING, CONFIRMED, REVERTED, FAILED -> FlashOutcome.UNKNOWN;
                };
        };
    }

    /** The way of one image to one tag. */
    private final class Steps {
        private final ModelImage image;
        private final FlashSession session;
        private final String hash;

        Steps(ModelImage image, FlashSession session) {
            this.image = image;
            this.session = session;
            this.hash = HexFormat.of().formatHex(image.hash());
        }

        FlashReceipt run() {
            try {
                open();
                int windows = flash();
                closeVerified();
                return receipt.verified(windows, session, now());
            } catch (CancellationException cancelled) {
                write(FlashState.FAILED, Map.of(JournalFile.REASON, "cancelled"));
                throw cancelled;
            } catch (ProblemException problem) {
                close(problem);
                throw problem;
            }
        }

        /** What the tag proved stays proved, even if the disk does not take the last line: the next start reads it again. */
        private void closeVerified() {
            try {
                write(FlashState.CONFIRMED);
                journal.tidy();
            } catch (ProblemException unwritable) {
                monitor.progress(1, unwritable.problem().what());
            }
        }

        private void open() {
            var facts = Map.of(
                    JournalFile.IMAGE,
                    order.name(),
                    JournalFile.SHA,
                    receipt.imageSha256(),
                    JournalFile.SERIAL,
                    session.serial());
            file = origin.resumed().isEmpty()
                    ? journal.begin(facts)
                    : JournalFile.resume(origin.resumed().getFirst().file(), connector.clock());
            journal.keep(receipt.imageSha256(), order.image()); // from here on the next start can finish the job
            write(
                    FlashState.IDENTIFIED,
                    Map.of(JournalFile.SERIAL, session.serial(), JournalFile.MODEL_BEFORE, receipt.modelBefore()));
            journal.supersede(session.serial(), file.path());
        }

        /** Ends the journal, unless the tag only went away and the job can go on when it returns. */
        private void close(ProblemException problem) {
            var code = problem.problem().code();
            boolean goesOn = (!origin.resumed().isEmpty() && FlashSession.lost(problem))
                    || code == FlashProblem.UPLOAD_INTERRUPTED
                    || code == FlashProblem.TAG_LOST
                    || (code == FlashProblem.JOURNAL_UNWRITABLE && reached != FlashState.FOUND);
            if (!goesOn) {
                boolean reverted = code == FlashProblem.REVERTED
                        || code == FlashProblem.SELF_TEST_FAILED
                        || code == FlashProblem.NOT_STARTED;
                write(reverted ? FlashState.REVERTED : FlashState.FAILED, Map.of(JournalFile.REASON, code.name()));
                journal.tidy();
            }
        }

        /** Starts wherever the tag says it is. @return golden windows that are the same on tag and computer */
        private int flash() {
            var slots = patiently(() -> session.link().imageState());
            if (ImageSlot.noneRuns(slots)) {
                throw new ProblemException(
                        FlashProblem.IN_RECOVERY, session.link().name());
            }
            if (runs(slots)) {
                return confirmed(slots) ? prove() : trial();
            }
            if (waits(slots)) {
                return restart();
            }
            if (origin.state().mayHaveRestarted()) {
                boolean tried = origin.state() == FlashState.TRIAL_RUNNING;
                throw new ProblemException(tried ? FlashProblem.REVERTED : FlashProblem.NOT_STARTED, session.serial());
            }
            patiently(() -> {
                new FlashGates(order, image).check(session, slots);
                return slots;
            });
            write(FlashState.CHECKED);
            monitor.checkCancelled();
            write(FlashState.UPLOADING);
            receipt.sent(upload().sentBytes());
            write(FlashState.UPLOADED);
            monitor.checkCancelled();
            setTrial();
            return restart();
        }

        /** Reading only: a broken line costs nothing but another try. */
        private List<ImageSlot> patiently(Supplier<List<ImageSlot>> reading) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return reading.get();
                } catch (ProblemException problem) {
                    if (!FlashSession.lost(problem) || attempt == ATTEMPTS || !session.reopen()) {
                        throw problem;
                    }
                }
            }
        }

        private UploadResult upload() {
            for (int attempt = 1; ; attempt++) {
                try {
                    return session.link()
                            .upload(order.image(), order.rules().modelImage(), monitor.part(CHECKED_AT, UPLOADED_AT));
                } catch (ProblemException problem) {
                    if (!FlashSession.lost(problem)) {
                        String what = problem.problem().what();
                        throw new ProblemException(FlashProblem.UPLOAD_FAILED, session.serial(), what)
                                .causedBy(problem);
                    }
                    if (attempt == ATTEMPTS || !session.reopen()) {
                        throw new ProblemException(FlashProblem.UPLOAD_INTERRUPTED, session.serial()).causedBy(problem);
                    }
                }
            }
        }

        private void setTrial() {
            write(FlashState.TRIAL_SET);
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                try {
                    if (waits(session.link().test(hash))) {
                        return;
                    }
                } catch (ProblemException problem) {
                    if (problem.problem().code() == FlashProblem.TAG_REFUSED) {
                        String what = problem.problem().what();
                        throw new ProblemException(FlashProblem.UPLOAD_FAILED, session.serial(), what)
                                .causedBy(problem);
                    }
                    requireReturn(problem);
                    if (waits(session.link().imageState())) {
                        return;
                    }
                }
            }
            throw new ProblemException(FlashProblem.STATE_UNCLEAR, session.serial(), "the trial could not be set");
        }

        private int restart() {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                monitor.progress(UPLOADED_AT, "Restarting the tag");
                write(FlashState.REBOOTING);
                var restarted = session.restart();
                if (restarted == FlashSession.Restart.ABSENT) {
                    throw new ProblemException(FlashProblem.TAG_LOST, session.serial());
                }
                var slots = patiently(() -> session.link().imageState());
                if (runs(slots)) {
                    return trial();
                }
                if (restarted == FlashSession.Restart.DONE || !waits(slots)) {
                    break;
                }
            }
            throw new ProblemException(FlashProblem.NOT_STARTED, session.serial());
        }

        private int trial() {
            write(FlashState.TRIAL_RUNNING);
            Deadline deadline = session.clock().in(TRIAL_LIMIT);
            Optional<SelfTest> test = Optional.empty();
            while (!deadline.over() && test.filter(FlashRun::failed).isEmpty()) {
                monitor.progress(TRIED_AT, "The new model runs its self-test");
                try {
                    var slots = session.link().imageState();
                    if (!runs(slots)) {
                        throw new ProblemException(FlashProblem.REVERTED, session.serial());
                    }
                    if (confirmed(slots)) {
                        return prove();
                    }
                    test = session.selfTest();
                    session.clock().pause(BETWEEN_LOOKS);
                } catch (ProblemException problem) {
                    requireReturn(problem);
                }
            }
            return revert(test);
        }

        /** The model did not prove itself: the next restart brings the old one back. */
        private int revert(Optional<SelfTest> test) {
            monitor.progress(TRIED_AT, "Going back to the old model");
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                if (session.restart() == FlashSession.Restart.ABSENT) {
                    throw new ProblemException(FlashProblem.TAG_LOST, session.serial());
                }
                var slots = patiently(() -> session.link().imageState());
                if (!runs(slots)) {
                    throw test.filter(FlashRun::failed)
                            .map(failed -> new ProblemException(
                                    FlashProblem.SELF_TEST_FAILED, session.serial(), failed.passed(), failed.windows()))
                            .orElseGet(() -> new ProblemException(FlashProblem.REVERTED, session.serial()));
                }
                if (confirmed(slots)) {
                    return prove();
                }
            }
            throw new ProblemException(FlashProblem.STATE_UNCLEAR, session.serial(), "the trial does not end");
        }

        /** Reading only, so a lost line costs nothing but another try. */
        private int prove() {
            for (int attempt = 1; ; attempt++) {
                try {
                    return proveOnce();
                } catch (ProblemException problem) {
                    if (attempt == ATTEMPTS) {
                        throw problem;
                    }
                    requireReturn(problem);
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

        private void requireReturn(ProblemException problem) {
            if (!FlashSession.lost(problem)) {
                throw problem;
            }
            if (!session.reopen()) {
                throw new ProblemException(FlashProblem.TAG_LOST, session.serial()).causedBy(problem);
            }
        }

        private boolean runs(List<ImageSlot> slots) {
            return slot(slots, 0).isPresent();
        }

        private boolean confirmed(List<ImageSlot> slots) {
            return slot(slots, 0).filter(ImageSlot::confirmed).isPresent();
        }

        private boolean waits(List<ImageSlot> slots) {
            return slot(slots, 1).filter(ImageSlot::pending).isPresent();
        }

        /** The slot, if our image is in it. */
        private Optional<ImageSlot> slot(List<ImageSlot> slots, int slot) {
            return ImageSlot.find(slots, order.rules().modelImage(), slot)
                    .filter(found -> found.hash().equals(hash));
        }
    }

    private static boolean failed(SelfTest test) {
        return test.state() == SelfTest.State.FAILED;
    }

    private void write(FlashState next) {
        write(next, Map.of());
    }

    private void write(FlashState next, Map<String, String> facts) {
        if (file != null) {
            file.write(next, facts);
        }
        if (!next.ended() && next.compareTo(reached) > 0) {
            reached = next; // how far the job was; how it ended is the outcome
        }
    }
}
