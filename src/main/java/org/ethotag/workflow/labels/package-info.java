/**
 * Labels of a session as files of other programs: CSV, BORIS, ELAN, Audacity, and one label per sample.
 *
 * <p>Owns: what those files look like. In and out: bouts become text, text becomes bouts with the line at fault named. Must
 * not: change a study. Start reading at {@link org.ethotag.workflow.labels.LabelTable}.
 */
@NullMarked
package org.ethotag.workflow.labels;

import org.jspecify.annotations.NullMarked;
