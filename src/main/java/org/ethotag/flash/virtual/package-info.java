/**
 * An emulated tag: firmware, bootloader and flash memory, at the other end of a line.
 *
 * <p>Owns: how a tag behaves, with the traps and faults of real ones. In and out: bytes of a line in, bytes out; the
 * flash memory is a file and survives. Must not: share code with the laptop's side of the conversation beyond the bytes
 * of {@code smp}, or be kinder than a real tag. Start reading at {@link org.ethotag.flash.virtual.VirtualTag}.
 */
@NullMarked
package org.ethotag.flash.virtual;

import org.jspecify.annotations.NullMarked;
