/**
 * Raw file to store.
 *
 * <p>Owns: sessions, reading of raw files, the report of what was found in them, the clock of a recording, and the
 * binary store with its pyramid. In and out: a file becomes a {@link org.ethotag.recording.Session} and a trace. Must
 * not: know labels' meaning. Start reading at {@link org.ethotag.recording.Session}.
 */
@NullMarked
package org.ethotag.recording;

import org.jspecify.annotations.NullMarked;
