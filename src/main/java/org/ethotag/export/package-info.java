/**
 * What leaves for the tag.
 *
 * <p>Owns: the model blob, golden windows and the C bundle; signed images and UF2 files lie below. In and out: a
 * quantized graph becomes bytes; bytes from strangers become values or a problem, never anything else. Must not: talk to
 * devices or know training. Start reading at {@link org.ethotag.export.ModelBlob}.
 */
@NullMarked
package org.ethotag.export;

import org.jspecify.annotations.NullMarked;
