package org.ethotag.flash;

import java.security.PublicKey;
import java.util.List;
import org.ethotag.job.Job;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/**
 * Brings one model to one tag and proves that it runs there: identify, check, upload, try, restart, compare, confirm.
 * The tag runs its old model until the new one has proved itself. Always ends with a receipt, whatever happens to tag or
 * line; a cancel counts until the trial is set, and later the job goes on to its end, because a tag must not be left in
 * between.
 */
public final class FlashJob implements Job<FlashReceipt> {
    private final FlashOrder order;
    private final TagConnector connector;
    private final Journal journal;
    private final FlashRun.Origin origin;

    /** A new job. */
    public FlashJob(FlashOrder order, TagConnector connector, Journal journal) {
        this(order, connector, journal, FlashRun.Origin.fresh());
    }

    private FlashJob(FlashOrder order, TagConnector connector, Journal journal, FlashRun.Origin origin) {
        this.order = order;
        this.connector = connector;
        this.journal = journal;
        this.origin = origin;
    }

    /**
     * Goes on with a job that the program did not finish. What the tag says counts more than the journal.
     *
     * @throws ProblemException {@link FlashProblem#JOURNAL_DAMAGED} if the journal has no copy of its image any more
     */
    public static FlashJob resume(
            Journal.OpenJob job,
            List<PublicKey> trustedKeys,
            FlashRules rules,
            TagConnector connector,
            Journal journal) {
        byte[] image =
                journal.image(job).orElseThrow(() -> new ProblemException(FlashProblem.JOURNAL_DAMAGED, job.file(), 1));
        var order = new FlashOrder(job.imageName(), image, trustedKeys, job.serial(), rules);
        return new FlashJob(order, connector, journal, new FlashRun.Origin(List.of(job)));
    }

    @Override
    public FlashReceipt run(JobMonitor monitor) {
        return new FlashRun(order, connector, journal, origin, monitor).run();
    }
}
