/**
 * The integer engine for many windows at a time: the same integers, several windows in one vector.
 *
 * <p>Owns: how windows lie in lanes. In and out: a graph and windows become the logits that
 * {@link org.ethotag.quantization.IntegerEngine} gives one by one. Must not: round anything otherwise. Start reading at
 * {@link org.ethotag.quantization.batch.BatchEngine}.
 */
@NullMarked
package org.ethotag.quantization.batch;

import org.jspecify.annotations.NullMarked;
