/**
 * What the animal did, as people or models say.
 *
 * <p>Owns: ethogram, bouts, label tracks and their edits. In and out: an edit applied to a track gives a new track.
 * Must not: store anything. Start reading at {@link org.ethotag.label.LabelTrack}.
 */
@NullMarked
package org.ethotag.label;

import org.jspecify.annotations.NullMarked;
