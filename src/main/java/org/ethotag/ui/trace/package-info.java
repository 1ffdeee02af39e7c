/**
 * The picture of a recording.
 *
 * <p>Owns: the view of a trace with its time axis, label ribbon and map of the whole. In and out: a
 * {@link org.ethotag.signal.Trace} with a time mapping and bouts; a cursor and a selection come back. Must not: change
 * labels. Start reading at {@link org.ethotag.ui.trace.TraceView}.
 */
@NullMarked
package org.ethotag.ui.trace;

import org.jspecify.annotations.NullMarked;
