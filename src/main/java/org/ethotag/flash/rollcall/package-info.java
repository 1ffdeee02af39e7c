/**
 * A morning with many tags: each one that is plugged in gets what is due for it, several at once.
 *
 * <p>Owns: the list of animals and tags, what became of each, its journal beside the list, and the threads that serve the
 * tags. In and out: a {@link org.ethotag.flash.rollcall.RollCallList} and a {@link org.ethotag.flash.rollcall.TagBay}
 * become a {@link org.ethotag.flash.rollcall.RollCallBoard}. Must not: know studies or screens; flash by itself (that is
 * {@link org.ethotag.flash.FlashJob}). Start reading at {@link org.ethotag.flash.rollcall.RollCall}.
 */
@NullMarked
package org.ethotag.flash.rollcall;

import org.jspecify.annotations.NullMarked;
