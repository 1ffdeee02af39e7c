package org.ethotag.flash.rollcall;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.Journal;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagSighting;
import org.ethotag.job.Job;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/**
 * Flashes every tag of a list when it is plugged in, several at once, without a click: asks each port who is there,
 * leaves alone what is not in the list or done already, and remembers each result on disk. A failed tag is tried again
 * when it is plugged in again. A cancel lets the tags at work come to a safe end; what is not done then is due the next
 * time. Ends with the board, also after a cancel.
 */
public final class RollCall implements Job<RollCallBoard> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final RollCallOrder order;
    private final TagBay bay;
    private final Journal journal;
    private final RollCallProgress progress;
    private final Consumer<RollCallBoard> watcher;
    private final Consumer<Ended> receipts;

    /**
     * One tag that came to an end.
     *
     * @param entry animal and tag
     * @param receipt the proof, or what went wrong
     */
    public record Ended(RollCallEntry entry, FlashReceipt receipt) {}

    /**
     * @param journal of the single flash jobs
     * @param progress of this list; closed by its owner
     * @param watcher is told every change of the board, on any thread
     * @param receipts is told every receipt, on any thread, before the next look
     */
    public RollCall(
            RollCallOrder order,
            TagBay bay,
            Journal journal,
            RollCallProgress progress,
            Consumer<RollCallBoard> watcher,
            Consumer<Ended> receipts) {
        this.order = order;
        this.bay = bay;
        this.journal = journal;
        this.progress = progress;
        this.watcher = watcher;
        this.receipts = receipts;
    }

    /** @throws ProblemException if an image must not be flashed, or progress cannot be kept */
    @Override
    public RollCallBoard run(JobMonitor monitor) {
        order.checkImages();
        var desk = new RollCallDesk(order, progress, watcher);
        var crew = new RollCallCrew();
        try {
            var quiet = bay.clock().in(RollCallOrder.QUIET);
            while (!monitor.cancelled() && !over(desk, quiet.over())) {
                var ask = desk.seen(bay.look());
                for (TagPort port : ask) {
                    crew.start(port.path(), () -> serve(port, desk, monitor));
                }
                if (!ask.isEmpty() || !desk.idle()) {
                    quiet = bay.clock().in(RollCallOrder.QUIET);
                }
                report(desk.board(), monitor);
                bay.clock().pause(BETWEEN_LOOKS);
                crew.check();
            }
        } finally {
            crew.await();
        }
        crew.check();
        return desk.board();
    }

    private boolean over(RollCallDesk desk, boolean quiet) {
        return desk.idle()
                && switch (order.end()) {
                    case WHEN_QUIET -> quiet;
                    case WHEN_COMPLETE -> desk.board().complete();
                };
    }

    private static void report(RollCallBoard board, JobMonitor monitor) {
        int done = board.counts().getOrDefault(RollCallState.VERIFIED, 0);
        monitor.doing(
                (double) done / board.rows().size(), "tags", done, board.rows().size());
    }

    private void serve(TagPort port, RollCallDesk desk, JobMonitor monitor) {
        TagSighting sighting = bay.ask(port);
        var turn = desk.asked(sighting, bay.clock().now());
        if (turn.isPresent()) {
            flash(turn.get(), port, desk, monitor);
        }
    }

    private void flash(RollCallEntry entry, TagPort port, RollCallDesk desk, JobMonitor monitor) {
        var image = order.imageOf(entry);
        var flash = new FlashOrder(image.name(), image.bytes(), order.trustedKeys(), entry.tag(), image.rules());
        try {
            var receipt = new FlashJob(flash, bay.connector(port), journal).run(ofOne(entry.tag(), desk, monitor));
            receipts.accept(new Ended(entry, receipt));
            desk.ended(entry, port, receipt);
        } catch (CancellationException _) {
            desk.stopped(entry, port);
        }
    }

    private static JobMonitor ofOne(String tag, RollCallDesk desk, JobMonitor whole) {
        return whole.reporting((fraction, doing) -> desk.progress(tag, Math.max(0, fraction), doing));
    }
}
