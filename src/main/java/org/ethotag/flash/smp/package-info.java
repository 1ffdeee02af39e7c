/**
 * The bytes of the Simple Management Protocol on a serial console.
 *
 * <p>Owns: frames, packet headers and CBOR maps, both directions. In and out: bytes of a line become
 * {@link org.ethotag.flash.smp.SmpPacket}s and back. Must not: know ports, commands or tags, wait, or trust a length
 * that the input does not back. Start reading at {@link org.ethotag.flash.smp.FrameDecoder}.
 */
@NullMarked
package org.ethotag.flash.smp;

import org.jspecify.annotations.NullMarked;
