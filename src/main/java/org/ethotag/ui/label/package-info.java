/**
 * The page on which people label.
 *
 * <p>Owns: the label page. In and out: keys become edits of the study, done in order by jobs; the track on the screen is
 * what is on the disk. Must not: show an edit before it is durable. Start reading at
 * {@link org.ethotag.ui.label.LabelViewModel}.
 */
@NullMarked
package org.ethotag.ui.label;

import org.jspecify.annotations.NullMarked;
