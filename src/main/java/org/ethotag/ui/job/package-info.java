/**
 * Threads of the window: the only ones, and the only way back to the FX thread.
 *
 * <p>Owns: worker threads, delivery of states, the board of running jobs. In and out: a {@link org.ethotag.job.Job}
 * runs in the background, its states arrive on the FX thread. Must not: know what the jobs do. Start reading at
 * {@link org.ethotag.ui.job.Jobs}.
 */
@NullMarked
package org.ethotag.ui.job;

import org.jspecify.annotations.NullMarked;
