/**
 * The window with the program's own messages, and the problem report that can be copied from it.
 *
 * <p>Owns: the list of messages, and which names of the open study are private. In and out: what
 * {@link org.ethotag.diagnosis.ProgramLog} keeps. Must not: send anything. Start reading at
 * {@link org.ethotag.ui.log.LogViewModel}.
 */
@NullMarked
package org.ethotag.ui.log;

import org.jspecify.annotations.NullMarked;
