/**
 * The window in which it is seen and corrected how tags sit on their animals.
 *
 * <p>Owns: the list of mounting frames and its commands. In and out: a study. Must not: find frames itself. Start reading at
 * {@link org.ethotag.ui.mounting.MountingsViewModel}.
 */
@NullMarked
package org.ethotag.ui.mounting;

import org.jspecify.annotations.NullMarked;
