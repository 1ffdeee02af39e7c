package org.ethotag.flash;

import java.util.List;
import org.ethotag.export.image.ModelImage;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/** The way of one image to one tag, from wherever the tag says that it is. One thread. */
final class FlashSteps {
    private static final int ATTEMPTS = 3;
    private static final double CHECKED_AT = 0.05;
    private static final double UPLOADED_AT = 0.7;

    private final FlashOrder order;
    private final ModelImage image;
    private final OurImage ours;
    private final FlashSession session;
    private final FlashLog log;
    private final ReceiptBuilder receipt;
    private final JobMonitor monitor;
    private final FlashTrial trial;

    FlashSteps(
            FlashOrder order,
            ModelImage image,
            FlashSession session,
            FlashLog log,
            ReceiptBuilder receipt,
            JobMonitor monitor) {
        this.order = order;
        this.image = image;
        this.ours = OurImage.of(image, order.rules());
        this.session = session;
        this.log = log;
        this.receipt = receipt;
        this.monitor = monitor;
        this.trial = new FlashTrial(image, ours, session, log, receipt, monitor);
    }

    /**
     * Goes all the way.
     *
     * @param before what an earlier run of the job was about to do
     * @return golden windows that are the same on tag and computer
     */
    int run(FlashState before) {
        var slots = session.imageState();
        if (ImageSlot.noneRuns(slots)) {
            throw new ProblemException(FlashProblem.IN_RECOVERY, session.link().name());
        }
        if (ours.runs(slots)) {
            return ours.confirmed(slots) ? trial.prove() : trial.await();
        }
        if (ours.waits(slots)) {
            return restart();
        }
        if (before.mayHaveRestarted()) {
            boolean tried = before == FlashState.TRIAL_RUNNING;
            throw new ProblemException(tried ? FlashProblem.REVERTED : FlashProblem.NOT_STARTED, session.serial());
        }
        check(slots);
        log.write(FlashState.CHECKED);
        monitor.checkCancelled();
        log.write(FlashState.UPLOADING);
        receipt.sent(upload().sentBytes());
        log.write(FlashState.UPLOADED);
        monitor.checkCancelled();
        setTrial();
        return restart();
    }

    private void check(List<ImageSlot> slots) {
        session.patiently(() -> {
            new FlashGates(order, image).check(session, slots);
            return slots;
        });
    }

    private UploadResult upload() {
        for (int attempt = 1; ; attempt++) {
            try {
                return session.link()
                        .upload(order.image(), order.rules().modelImage(), monitor.part(CHECKED_AT, UPLOADED_AT));
            } catch (ProblemException problem) {
                if (!FlashSession.lost(problem)) {
                    throw uploadFailed(problem);
                }
                if (attempt == ATTEMPTS || !session.reopen()) {
                    throw new ProblemException(FlashProblem.UPLOAD_INTERRUPTED, session.serial()).causedBy(problem);
                }
            }
        }
    }

    private ProblemException uploadFailed(ProblemException problem) {
        String what = problem.problem().what();
        return new ProblemException(FlashProblem.UPLOAD_FAILED, session.serial(), what).causedBy(problem);
    }

    private void setTrial() {
        log.write(FlashState.TRIAL_SET);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                if (ours.waits(session.link().test(ours.hash()))) {
                    return;
                }
            } catch (ProblemException problem) {
                if (problem.problem().code() == FlashProblem.TAG_REFUSED) {
                    throw uploadFailed(problem);
                }
                session.requireReturn(problem);
                if (ours.waits(session.link().imageState())) {
                    return;
                }
            }
        }
        throw new ProblemException(FlashProblem.STATE_UNCLEAR, session.serial(), "the trial could not be set");
    }

    private int restart() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            monitor.doing(UPLOADED_AT, "restarting");
            log.write(FlashState.REBOOTING);
            var restarted = session.restart();
            if (restarted == FlashSession.Restart.ABSENT) {
                throw new ProblemException(FlashProblem.TAG_LOST, session.serial());
            }
            var slots = session.imageState();
            if (ours.runs(slots)) {
                return trial.await();
            }
            if (restarted == FlashSession.Restart.DONE || !ours.waits(slots)) {
                break;
            }
        }
        throw new ProblemException(FlashProblem.NOT_STARTED, session.serial());
    }
}
