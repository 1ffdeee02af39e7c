/**
 * The page of learning.
 *
 * <p>Owns: the form of a training, its live curves and the list of runs. In and out: settings become steps of the workflow, epochs come back as curves.
 * Must not: learn itself. Start reading at {@link org.ethotag.ui.training.TrainingViewModel}.
 */
@NullMarked
package org.ethotag.ui.training;

import org.jspecify.annotations.NullMarked;
