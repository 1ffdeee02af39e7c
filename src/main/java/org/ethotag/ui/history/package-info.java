/**
 * The page that shows what was done in a study, and gives it away as commands or as a file.
 *
 * <p>Owns: the table of steps, its filter, copying and saving. In and out: the study's log. Must not: do steps again.
 * Start reading at {@link org.ethotag.ui.history.HistoryViewModel}.
 */
@NullMarked
package org.ethotag.ui.history;

import org.jspecify.annotations.NullMarked;
