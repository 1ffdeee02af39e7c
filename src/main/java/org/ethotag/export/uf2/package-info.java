/**
 * UF2, for tags that show a drive: a model in blocks of 512 bytes.
 *
 * <p>Owns: the blocks. In and out: bytes and an address become a file, a file becomes bytes again. Must not: know models. Start
 * reading at {@link org.ethotag.export.uf2.Uf2Writer}.
 */
@NullMarked
package org.ethotag.export.uf2;

import org.jspecify.annotations.NullMarked;
