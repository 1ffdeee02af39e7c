/**
 * How a tag sits on its animal, found without labels.
 *
 * <p>Owns: posture by activity, the best turn between two such, the frame that a herd shares. In and out: traces become
 * {@link org.ethotag.mounting.PostureBlocks}, those become rotations. Must not: know labels or classes. Start reading at
 * {@link org.ethotag.mounting.HerdPosture}.
 */
@NullMarked
package org.ethotag.mounting;

import org.jspecify.annotations.NullMarked;
