package org.ethotag.flash;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethotag.flash.TagSighting.Answered;
import org.ethotag.flash.TagSighting.Mode;
import org.ethotag.flash.TagSighting.Trouble;
import org.ethotag.flash.TagSighting.Troubled;
import org.ethotag.problem.ProblemException;

/**
 * Asks whoever is at a port who it is: opens it, reads identity and image state, closes it. Nothing is written to the
 * tag. A silent port costs about two seconds, a tag less than half of one, so each port is asked in a job of its own,
 * several at once; never ask a port while a flash job has it. Immutable, any thread.
 *
 * <p>Opening a port sends a few bytes to whatever device is there: ask USB devices on your own account, other ports only
 * when the user chose them.
 */
public final class TagProbe {
    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final int SEQUENCES = 256;

    private final LineOpener lines;

    /** Opens lines. */
    @FunctionalInterface
    interface LineOpener {
        /** @throws ProblemException {@link FlashProblem} with the reason why the port cannot be opened */
        TagLine open(String path);
    }

    TagProbe(LineOpener lines) {
        this.lines = lines;
    }

    /** Over the serial ports of this computer. */
    public static TagProbe overSerial() {
        return new TagProbe(path -> SerialLine.open(path, TagClock.system()));
    }

    /** Who is there, or why that cannot be said. Never throws for anything that the outside world does. */
    public TagSighting ask(TagPort port) {
        int sequence = RandomGenerator.getDefault().nextInt(SEQUENCES);
        try (var link = TagLink.openBriefly(lines.open(port.path()), sequence, PATIENCE)) {
            return answered(port, link);
        } catch (ProblemException refused) {
            return new Troubled(port, trouble(refused), refused.problem());
        }
    }

    private static Answered answered(TagPort port, TagLink link) {
        List<ImageSlot> slots = link.imageState();
        String portSerial = port.serial().isEmpty() ? link.portSerial() : port.serial();
        var identity = link.identity();
        if (identity.isPresent()) {
            return new Answered(port, identity.get(), Mode.FULL, slots);
        }
        String firmware = ImageSlot.find(slots, 0, 0).map(ImageSlot::version).orElse("");
        boolean trial =
                ImageSlot.find(slots, 1, 0).filter(model -> !model.confirmed()).isPresent();
        boolean recovery = ImageSlot.noneRuns(slots);
        var told = new TagIdentity(portSerial, "", firmware, -1, "", trial && !recovery);
        return new Answered(port, told, recovery ? Mode.RECOVERY : Mode.PLAIN, slots);
    }

    private static Trouble trouble(ProblemException refused) {
        if (!(refused.problem().code() instanceof FlashProblem code)) {
            return Trouble.NO_ANSWER;
        }
        return switch (code) {
            case PORT_NO_RIGHTS, PORT_NEEDS_GROUP, PORT_NEEDS_LOGIN, PORT_NEEDS_RULE -> Trouble.NO_RIGHTS;
            case PORT_BUSY, PORT_BUSY_WITH -> Trouble.BUSY;
            case PORT_GONE, LINE_LOST -> Trouble.VANISHED;
            case PORT_NOT_OPENED -> Trouble.NOT_OPENED;
            default -> Trouble.NO_ANSWER;
        };
    }
}
