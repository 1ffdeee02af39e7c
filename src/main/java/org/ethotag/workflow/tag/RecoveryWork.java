package org.ethotag.workflow.tag;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.Journal;
import org.ethotag.flash.RecoveryJob;
import org.ethotag.flash.RecoveryOrder;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.TagClock;
import org.ethotag.job.JobMonitor;
import org.ethotag.workflow.FlashStep;
import org.ethotag.workflow.FlashStep.Place;
import org.ethotag.workflow.UserFolder;

/** Brings a tag back that waits in its bootloader's serial recovery. */
public final class RecoveryWork {
    private final UserFolder user;
    private final TagClock clock;

    /**
     * @param user whose key is trusted and where journals are kept
     * @param clock by which the tag is waited for
     */
    public RecoveryWork(UserFolder user, TagClock clock) {
        this.user = user;
        this.clock = clock;
    }

    /**
     * Recovers one tag.
     *
     * @param step as for flashing; the place is a port
     * @param firmware the tag's own program as a signed image, none or one
     */
    public FlashReceipt run(FlashStep step, List<Path> firmware, JobMonitor monitor) {
        var model = new FlashWork(user).order(step);
        var order =
                new RecoveryOrder(model, firmware.stream().map(FlashWork::read).toList());
        var connector = step.place() instanceof Place.Port(String name)
                ? SerialConnector.at(name, clock)
                : SerialConnector.anywhere(clock);
        return new RecoveryJob(order, connector, new Journal(user.journals(), clock)).run(monitor);
    }
}
