/**
 * What is saved of a study, and the way back. Owns: the page with tracks and backups. In: the open study, or one that
 * cannot be opened. Out: a study restored from a backup. Must not: touch files but through {@code project}. Start reading
 * at {@link org.ethotag.ui.project.RecoveryViewModel}.
 */
@NullMarked
package org.ethotag.ui.project;

import org.jspecify.annotations.NullMarked;
