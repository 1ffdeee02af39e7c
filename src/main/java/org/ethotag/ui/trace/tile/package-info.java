/**
 * What a trace looks like at every zoom, made in the background and kept in pieces.
 *
 * <p>Owns: tiles of extremes and their memory. In and out: a {@link org.ethotag.signal.Trace} comes in, columns for the
 * screen go out at once, from a coarser level while finer ones are made. Must not: touch the disk on the FX thread.
 * Start reading at {@link org.ethotag.ui.trace.tile.TilePyramid}.
 */
@NullMarked
package org.ethotag.ui.trace.tile;

import org.jspecify.annotations.NullMarked;
