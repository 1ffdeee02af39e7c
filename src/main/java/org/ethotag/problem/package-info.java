/**
 * What can go wrong in the outside world, and how it is said.
 *
 * <p>Owns: problem codes and their texts. In and out: a code with arguments becomes three sentences (what, why, what
 * next). Must not: know any other package but the language. Start reading at {@link org.ethotag.problem.ProblemException}.
 */
@NullMarked
package org.ethotag.problem;

import org.jspecify.annotations.NullMarked;
