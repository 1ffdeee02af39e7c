package org.ethotag.workflow.demo;

import org.ethotag.flash.FlashReceipt;
import org.ethotag.workflow.run.Comparison;

/**
 * What the demo ends with.
 *
 * @param comparison teacher, student, distilled and fixed point on the animals held out
 * @param receipt of the virtual tag
 */
public record DemoResult(Comparison comparison, FlashReceipt receipt) {}
