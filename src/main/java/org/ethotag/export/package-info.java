/**
 * What leaves for the tag.
 *
 * <p>Owns: the model blob, golden windows, signed model images and their keys, UF2 files and the C bundle. In and out: a
 * quantized graph becomes bytes; bytes from strangers become values or a problem, never anything else. Must not: talk to
 * devices or know training. Start reading at {@link org.ethotag.export.ModelBlob}.
 */
@NullMarked
package org.ethotag.export;

import org.jspecify.annotations.NullMarked;
