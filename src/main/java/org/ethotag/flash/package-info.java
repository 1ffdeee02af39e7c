/**
 * The device link: a model from the laptop to a tag, with proof.
 *
 * <p>Owns: conversations with tags, tag profiles, the job that flashes a model and its journal; the serial and the CBOR
 * library. In and out: a signed model image and a {@link org.ethotag.flash.TagConnector} become a
 * {@link org.ethotag.flash.FlashReceipt}. Must not: know training, studies or screens, or believe its own journal more
 * than the tag's answer. Start reading at {@link org.ethotag.flash.FlashJob}, below it {@link org.ethotag.flash.TagLink}
 * (commands), {@code smp} (bytes); {@code virtual} is the other end of the line.
 */
@NullMarked
package org.ethotag.flash;

import org.jspecify.annotations.NullMarked;
