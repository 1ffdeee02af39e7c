/**
 * The steps from raw file to verified tag, as data.
 *
 * <p>Owns: what a step is given, how it is carried out on a study, and what it leaves there. In and out: a
 * {@link org.ethotag.workflow.Step} and a study become a run. Must not: know windows or command lines; both use this
 * package alike. Start reading at {@link org.ethotag.workflow.Workflow}.
 */
@NullMarked
package org.ethotag.workflow;

import org.jspecify.annotations.NullMarked;
