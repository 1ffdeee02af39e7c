/**
 * Steps that talk to a tag: flashing, finishing what was interrupted, recovering, roll call, comparing live.
 *
 * <p>Owns: which image goes through which port, and where receipts and journals of it are kept. In and out: a step and a port
 * become a receipt. Must not: know windows or command lines. Start reading at {@link org.ethotag.workflow.tag.FlashWork}.
 */
@NullMarked
package org.ethotag.workflow.tag;

import org.jspecify.annotations.NullMarked;
