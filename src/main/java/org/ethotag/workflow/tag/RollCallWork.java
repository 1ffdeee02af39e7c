package org.ethotag.workflow.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.file.SmallFile;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.Journal;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.rollcall.RollCall;
import org.ethotag.flash.rollcall.RollCallBoard;
import org.ethotag.flash.rollcall.RollCallEntry;
import org.ethotag.flash.rollcall.RollCallList;
import org.ethotag.flash.rollcall.RollCallOrder;
import org.ethotag.flash.rollcall.RollCallProgress;
import org.ethotag.flash.rollcall.TagBay;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.WorkflowProblem;

/** Carries out a {@link RollCallStep}, the same for window and command line. */
public final class RollCallWork {
    /** Larger than any tag's flash; a file above it is not an image. */
    private static final long LARGEST_IMAGE_BYTES = 16L << 20;

    private final UserFolder user;
    private final TagClock clock;

    /** @param user whose key is trusted and where journals are kept */
    public RollCallWork(UserFolder user) {
        this(user, TagClock.system());
    }

    /** @param clock that journals are dated by */
    public RollCallWork(UserFolder user, TagClock clock) {
        this.user = user;
        this.clock = clock;
    }

    /**
     * Calls the roll until it is over or cancelled.
     *
     * @param bay where tags are plugged in
     * @param watcher is told every change, on any thread
     * @param receipts is told every receipt, on any thread
     * @throws ProblemException if list, images or keys are no good, or progress cannot be kept
     */
    public RollCallBoard run(
            RollCallStep step,
            TagBay bay,
            Consumer<RollCallBoard> watcher,
            Consumer<RollCall.Ended> receipts,
            JobMonitor monitor) {
        var list = RollCallList.read(step.list());
        var order = new RollCallOrder(list, images(step, list), trusted(step.trusted()), step.end());
        order.checkImages();
        try (var progress = RollCallProgress.open(RollCallProgress.fileOf(step.list()))) {
            var journal = new Journal(user.journals(), clock);
            return new RollCall(order, bay, journal, progress, watcher, receipts).run(monitor);
        }
    }

    private Map<String, RollCallOrder.Image> images(RollCallStep step, RollCallList list) {
        var kinds = user.profiles();
        var read = new HashMap<Path, RollCallOrder.Image>();
        var images = new HashMap<String, RollCallOrder.Image>();
        for (RollCallEntry entry : list.entries()) {
            Path file = entry.image().isEmpty() ? step.image() : step.list().resolveSibling(entry.image());
            images.put(entry.tag(), read.computeIfAbsent(file, path -> image(path, kinds, step.allowOlder())));
        }
        return images;
    }

    private static RollCallOrder.Image image(Path file, TagProfiles kinds, boolean allowOlder) {
        byte[] bytes = bytes(file);
        var rules = ModelImage.parse(bytes)
                .hardwareId()
                .flatMap(kinds::forHardware)
                .map(FlashRules::of)
                .orElseGet(FlashRules::usual);
        String sha = HexFormat.of().formatHex(RollCallOrder.sha256(bytes));
        return new RollCallOrder.Image(
                file.getFileName().toString(), bytes, sha, allowOlder ? rules.allowingOlder() : rules);
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST_IMAGE_BYTES) {
                throw new ProblemException(WorkflowProblem.UNREADABLE, file, "it is far larger than any model image");
            }
            return SmallFile.bytes(file, LARGEST_IMAGE_BYTES);
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.UNREADABLE, file, failure).causedBy(failure);
        }
    }

    private List<PublicKey> trusted(List<Path> files) {
        return files.isEmpty()
                ? List.of(user.publicKey())
                : files.stream().map(ModelKeys::readPublic).toList();
    }
}
