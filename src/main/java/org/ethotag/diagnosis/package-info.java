/**
 * What the program says about itself: its messages, and a report of problems that can be given away.
 *
 * <p>Owns: the messages in memory and in the user's folder, what is private in them. In and out: records of
 * {@code java.util.logging}, text. Must not: send anything anywhere. Start reading at
 * {@link org.ethotag.diagnosis.ProblemReport}.
 */
@NullMarked
package org.ethotag.diagnosis;

import org.jspecify.annotations.NullMarked;
