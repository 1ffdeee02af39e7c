package org.ethotag.job;

/** A started job, for whoever may want to stop it. */
@FunctionalInterface
public interface JobHandle {
    /** Asks the job to stop; it ends as {@link JobState.Cancelled} soon after, unless it was done already. */
    void cancel();
}
