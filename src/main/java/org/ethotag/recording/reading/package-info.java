/**
 * Raw file to store.
 *
 * <p>Owns: the readers of text and device files, their time stamps, the plan of an import and the report of what was found. In
 * and out: a file becomes a {@link org.ethotag.recording.Session} and a trace. Must not: know labels' meaning. Start reading at
 * {@link org.ethotag.recording.reading.RecordingImporter}.
 */
@NullMarked
package org.ethotag.recording.reading;

import org.jspecify.annotations.NullMarked;
