/**
 * The integer arithmetic of the tag.
 *
 * <p>Owns: number formats, the quantized graph, how a float student becomes one, and the integer engine; what that
 * costs is in {@code report}. In and out: a student and training windows become a {@link
 * org.ethotag.quantization.QuantizedGraph}; a graph and raw counts become logits. Must not: know files, tags or
 * training. Start reading at {@link org.ethotag.quantization.QuantizedGraph}.
 */
@NullMarked
package org.ethotag.quantization;

import org.jspecify.annotations.NullMarked;
