/**
 * The page of recordings, where a study begins.
 *
 * <p>Owns: the list of sessions, the import dialog and what imports found. In and out: files become sessions of the study
 * that is open. Must not: read files itself. Start reading at {@link org.ethotag.ui.recording.SessionsViewModel}.
 */
@NullMarked
package org.ethotag.ui.recording;

import org.jspecify.annotations.NullMarked;
