package org.ethotag.workflow;

import org.ethotag.flash.FlashReceipt;

/**
 * What the demo ends with.
 *
 * @param comparison teacher, student, distilled and fixed point on the animals held out
 * @param receipt of the virtual tag
 */
public record DemoResult(Comparison comparison, FlashReceipt receipt) {}
