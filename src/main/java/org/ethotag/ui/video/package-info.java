/**
 * The video beside the trace.
 *
 * <p>Owns: playing a film and keeping it where the cursor is. In and out: a file and a clock in, a place on the trace out.
 * Must not: know how labels are made. Start reading at {@link org.ethotag.ui.video.VideoViewModel}.
 */
@NullMarked
package org.ethotag.ui.video;

import org.jspecify.annotations.NullMarked;
