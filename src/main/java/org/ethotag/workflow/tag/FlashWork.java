package org.ethotag.workflow.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.file.SmallFile;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.Journal;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.FlashStep;
import org.ethotag.workflow.FlashStep.Place;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.WorkflowProblem;

/** Carries out a {@link FlashStep}. Needs no study: field staff have images, not studies. */
public final class FlashWork {
    /** Larger than any tag's flash; a file above it is not an image. */
    private static final long LARGEST_IMAGE_BYTES = 16L << 20;

    private final UserFolder user;
    private final TagClock clock;

    /** @param user whose key is trusted and where journals are kept */
    public FlashWork(UserFolder user) {
        this(user, TagClock.system());
    }

    /** @param clock by which a tag at a port is waited for */
    public FlashWork(UserFolder user, TagClock clock) {
        this.user = user;
        this.clock = clock;
    }

    /**
     * Flashes one tag. Ends with a receipt whatever happens to tag or line.
     *
     * @throws ProblemException if the image or a key cannot be read; nothing was written then
     */
    public FlashReceipt run(FlashStep step, JobMonitor monitor) {
        var order = order(step);
        return switch (step.place()) {
            case Place.Port(String name) -> flash(order, SerialConnector.at(name, clock), monitor);
            case Place.Anywhere() -> flash(order, SerialConnector.anywhere(clock), monitor);
            case Place.Virtual() -> flashVirtual(order, monitor);
        };
    }

    /** What the step asks for, its files read. */
    FlashOrder order(FlashStep step) {
        byte[] image = read(step.image());
        return new FlashOrder(
                step.image().getFileName().toString(),
                image,
                trusted(step.trusted()),
                step.serial(),
                rules(step, image));
    }

    private FlashReceipt flashVirtual(FlashOrder order, JobMonitor monitor) {
        try (var tag = new VirtualTags(user).inProcess(order.trustedKeys())) {
            return flash(order, tag.connector(), monitor);
        }
    }

    private FlashReceipt flash(FlashOrder order, TagConnector connector, JobMonitor monitor) {
        return new FlashJob(order, connector, new Journal(user.journals(), clock)).run(monitor);
    }

    List<PublicKey> trusted(List<Path> files) {
        return files.isEmpty()
                ? List.of(user.publicKey())
                : files.stream().map(ModelKeys::readPublic).toList();
    }

    /** Of the kind of tag that the image names; of the reference tag if it names none that is known. */
    private FlashRules rules(FlashStep step, byte[] image) {
        var rules = ModelImage.parse(image)
                .hardwareId()
                .flatMap(user.profiles()::forHardware)
                .map(FlashRules::of)
                .orElseGet(FlashRules::usual);
        return step.allowOlder() ? rules.allowingOlder() : rules;
    }

    static byte[] read(Path image) {
        try {
            if (Files.size(image) > LARGEST_IMAGE_BYTES) {
                throw new ProblemException(WorkflowProblem.UNREADABLE, image, "it is far larger than any model image");
            }
            return SmallFile.bytes(image, LARGEST_IMAGE_BYTES);
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.UNREADABLE, image, failure).causedBy(failure);
        }
    }
}
