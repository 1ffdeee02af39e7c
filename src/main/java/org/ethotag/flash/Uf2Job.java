package org.ethotag.flash;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ethotag.export.uf2.Uf2Block;
import org.ethotag.export.uf2.Uf2File;
import org.ethotag.flash.TagClock.Deadline;
import org.ethotag.job.Job;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;
import org.ethotag.problem.ProblemKind;

/**
 * Copies a model to a tag's drive and reads it back. Nobody on the tag checks a signature, and what ran before is gone:
 * the receipt says both. Always ends with a receipt; a cancel counts until the copy begins.
 */
public final class Uf2Job implements Job<FlashReceipt> {
    private static final Duration RETURN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final List<FlashCheck> UNCHECKED = List.of(
            FlashCheck.SERIAL,
            FlashCheck.FIRMWARE,
            FlashCheck.BATTERY,
            FlashCheck.MODEL_ID,
            FlashCheck.GOLDEN_WINDOWS,
            FlashCheck.CLOCK,
            FlashCheck.SIGNATURE,
            FlashCheck.WAY_BACK);

    private final Uf2Order order;
    private final TagClock clock;

    public Uf2Job(Uf2Order order, TagClock clock) {
        this.order = order;
        this.clock = clock;
    }

    @Override
    public FlashReceipt run(JobMonitor monitor) {
        Instant started = clock.now();
        try {
            byte[] content = content();
            String board = requireBoard();
            boolean there = holds(content);
            if (!there) {
                monitor.checkCancelled();
                monitor.doing(-1, "copying", order.drive().folder());
                write(content, monitor);
            }
            return receipt(FlashOutcome.VERIFIED, board, there ? 0 : content.length, List.of(), started);
        } catch (ProblemException problem) {
            boolean unknown = problem.problem().code().kind() == ProblemKind.TAG_STATE_UNKNOWN;
            var outcome = unknown ? FlashOutcome.UNKNOWN : FlashOutcome.REFUSED;
            String board = order.drive().boardId().orElse("");
            return receipt(outcome, board, 0, List.of(problem.problem()), started);
        }
    }

    /** The bytes that the file puts at the place of the profile's model; refuses every other place. */
    private byte[] content() {
        var wanted = order.profile().uf2();
        var blocks = Uf2File.parse(order.file()).blocks();
        long end = wanted.address();
        for (Uf2Block block : blocks) {
            boolean next = block.address() == end && block.familyId() == wanted.family();
            if (!next || wanted.family() == 0) {
                throw new ProblemException(
                        FlashProblem.UF2_OTHER_PLACE,
                        order.name(),
                        "0x%X".formatted(block.address()),
                        "0x%X".formatted(block.familyId()),
                        order.profile().id());
            }
            end += block.payload().length;
        }
        int length = (int) (end - wanted.address());
        if (length > order.profile().slotBytes()) {
            throw new ProblemException(
                    FlashProblem.IMAGE_TOO_LARGE, length, order.profile().slotBytes());
        }
        return Uf2File.parse(order.file()).content(wanted.address(), length);
    }

    private String requireBoard() {
        if (!order.drive().present()) {
            throw new ProblemException(FlashProblem.UF2_NO_DRIVE, order.drive().folder());
        }
        String wanted = order.profile().uf2().boardId();
        String found = order.drive().boardId().orElse("");
        if (!wanted.isEmpty() && !wanted.equals(found)) {
            throw new ProblemException(FlashProblem.WRONG_HARDWARE, wanted, found.isEmpty() ? "unknown" : found);
        }
        return found;
    }

    private boolean holds(byte[] content) {
        return order.drive().current().filter(file -> same(file, content)).isPresent();
    }

    private boolean same(byte[] current, byte[] content) {
        try {
            var address = order.profile().uf2().address();
            return Arrays.equals(content, Uf2File.parse(current).content(address, content.length));
        } catch (ProblemException _) {
            return false; // half of it, or nothing at our place
        }
    }

    private void write(byte[] content, JobMonitor monitor) {
        Optional<IOException> broken = copy();
        Deadline deadline = clock.in(RETURN);
        while (!deadline.over()) {
            monitor.doing(-1, "waiting.drive");
            clock.pause(BETWEEN_LOOKS);
            if (order.drive().present() && holds(content)) {
                return;
            }
        }
        Object place = order.drive().folder();
        if (!order.drive().present()) {
            throw new ProblemException(FlashProblem.UF2_NOT_BACK, place);
        }
        throw broken.map(why -> new ProblemException(FlashProblem.UF2_UNWRITABLE, place, why).causedBy(why))
                .orElseGet(() -> new ProblemException(FlashProblem.UF2_DIFFERS, place));
    }

    /** A tag that restarts while the last block is still on its way makes the copy fail although it has all of it. */
    private Optional<IOException> copy() {
        try {
            order.drive().write(order.file());
            return Optional.empty();
        } catch (IOException broken) {
            return Optional.of(broken);
        }
    }

    private FlashReceipt receipt(
            FlashOutcome outcome, String board, long sent, List<Problem> problems, Instant started) {
        return new FlashReceipt(
                "",
                board,
                "",
                -1,
                "",
                "",
                order.name(),
                HexFormat.of().formatHex(ImageUpload.sha256(order.file())),
                SelfTest.none(),
                0,
                outcome,
                sent,
                UNCHECKED,
                problems,
                LineQuality.perfect(),
                started,
                clock.now());
    }
}
