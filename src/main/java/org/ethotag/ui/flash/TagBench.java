package org.ethotag.ui.flash;

import java.util.List;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.TagPort;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;

/** Where tags are found and models put onto them. Called on worker threads. */
public interface TagBench {
    /** What is plugged in; may take a while. */
    List<TagPort> ports();

    /** Puts a quantized run onto a tag and keeps the receipt in the study, unless that is read-only. */
    FlashReceipt flash(Project project, String quantizedRun, TagChoice tag, JobMonitor monitor);
}
