/**
 * What a training, judging or quantizing run leaves in the study, and how it is read again: models, answers, curves, manifest.
 *
 * <p>Owns: the files of a run, their names and columns, and the comparison of models that they add up to. In and out: a
 * {@link org.ethotag.workflow.run.RunDraft} becomes a run of the study, a run becomes a
 * {@link org.ethotag.workflow.run.Comparison}. Must not: train, classify or quantize. Start reading at
 * {@link org.ethotag.workflow.run.RunArchive}.
 */
@NullMarked
package org.ethotag.workflow.run;

import org.jspecify.annotations.NullMarked;
