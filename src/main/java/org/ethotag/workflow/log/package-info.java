/**
 * The log of a study on its way out and back in: as a file, as command lines that make the study again, and as a
 * repetition that stops at the first difference.
 *
 * <p>Owns: the log file, the command lines of steps and how shells quote them, the order and the checks of a repetition.
 * In and out: the steps that {@link org.ethotag.project.StudyLog} keeps. Must not: write outside the study that it
 * repeats into. Start reading at {@link org.ethotag.workflow.log.CommandSheet}.
 */
@NullMarked
package org.ethotag.workflow.log;

import org.jspecify.annotations.NullMarked;
