/**
 * The page of tags.
 *
 * <p>Owns: the tag list, the one button, the proof and the history. In and out: a quantized run goes onto a tag, a receipt comes back.
 * Must not: speak to ports itself. Start reading at {@link org.ethotag.ui.flash.FlashViewModel}.
 */
@NullMarked
package org.ethotag.ui.flash;

import org.jspecify.annotations.NullMarked;
