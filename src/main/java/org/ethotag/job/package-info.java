/**
 * Work that takes longer than a frame.
 *
 * <p>Owns: the contract between long work and whoever watches it. In and out: a {@link org.ethotag.job.Job} reports to
 * a {@link org.ethotag.job.JobMonitor} and ends in a {@link org.ethotag.job.JobState}. Must not: own threads (only
 * {@code ui.job} does). Start reading at {@link org.ethotag.job.Job}.
 */
@NullMarked
package org.ethotag.job;

import org.jspecify.annotations.NullMarked;
