/**
 * The study that is open, for all screens.
 *
 * <p>Owns: which study is open, its sessions and runs as lists that screens can watch. In and out: commands become jobs
 * on the project, results come back as properties. Must not: have nodes. Start reading at
 * {@link org.ethotag.ui.study.StudyViewModel}.
 */
@NullMarked
package org.ethotag.ui.study;

import org.jspecify.annotations.NullMarked;
