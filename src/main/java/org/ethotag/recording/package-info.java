/**
 * Recordings as they lie in the store.
 *
 * <p>Owns: sessions, the clocks of a recording and of its videos, and the binary store with its pyramid. In and out: blocks of
 * samples become a trace, a trace becomes a {@link org.ethotag.recording.Recording}. How raw files are read is in
 * {@code reading}. Must not: know labels' meaning. Start reading at {@link org.ethotag.recording.Session}.
 */
@NullMarked
package org.ethotag.recording;

import org.jspecify.annotations.NullMarked;
