/**
 * How the window says what went wrong.
 *
 * <p>Owns: the presenter of problems and the handler of last resort. In and out: a cause becomes three sentences on the
 * screen. Must not: swallow anything. Start reading at {@link org.ethotag.ui.problem.ProblemPane}.
 */
@NullMarked
package org.ethotag.ui.problem;

import org.jspecify.annotations.NullMarked;
