/**
 * The page of fixed point.
 *
 * <p>Owns: the list of edges with their formats and errors. In and out: a student run becomes a quantized run.
 * Must not: compute with integers itself. Start reading at {@link org.ethotag.ui.quantization.QuantizationViewModel}.
 */
@NullMarked
package org.ethotag.ui.quantization;

import org.jspecify.annotations.NullMarked;
