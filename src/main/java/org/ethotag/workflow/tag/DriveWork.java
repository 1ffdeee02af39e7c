package org.ethotag.workflow.tag;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagProfile;
import org.ethotag.flash.Uf2Drive;
import org.ethotag.flash.Uf2Job;
import org.ethotag.flash.Uf2Order;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/** Copies a UF2 file to a tag's drive. */
public final class DriveWork {
    private DriveWork() {}

    /** The one drive that is there. @throws ProblemException if there is none, or more than one */
    public static Uf2Drive only() {
        List<Uf2Drive> drives = Uf2Drive.all();
        if (drives.isEmpty()) {
            throw new ProblemException(FlashProblem.UF2_NO_DRIVE, "any of the usual places");
        }
        if (drives.size() > 1) {
            throw new ProblemException(
                    FlashProblem.UF2_MANY_DRIVES,
                    drives.stream().map(Uf2Drive::folder).toList());
        }
        return drives.getFirst();
    }

    /** Copies and reads back. @throws ProblemException if the file cannot be read */
    public static FlashReceipt run(Path file, Uf2Drive drive, TagProfile profile, JobMonitor monitor) {
        var order = new Uf2Order(file.getFileName().toString(), FlashWork.read(file), profile, drive);
        return new Uf2Job(order, TagClock.system()).run(monitor);
    }
}
