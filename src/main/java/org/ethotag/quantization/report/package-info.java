/**
 * What fixed point does to a network, node by node, against the exact numbers.
 *
 * <p>Owns: errors of every value on the way, where two models part, and which node is to blame. In and out: a float student,
 * its graph and windows become a {@link org.ethotag.quantization.report.LayerReport}. Must not: change the arithmetic. Start
 * reading at {@link org.ethotag.quantization.report.LayerComparison}.
 */
@NullMarked
package org.ethotag.quantization.report;

import org.jspecify.annotations.NullMarked;
