/**
 * What is looked at before a fixed-point model is kept: settings tried, tables of them, advice, findings in words.
 *
 * <p>Owns: trials of settings that are not kept. In and out: a {@link org.ethotag.workflow.QuantizationBench} and settings
 * become matrices, costs and sentences. Must not: change a study. Start reading at
 * {@link org.ethotag.workflow.quantization.QuantizationTrial}.
 */
@NullMarked
package org.ethotag.workflow.quantization;

import org.jspecify.annotations.NullMarked;
