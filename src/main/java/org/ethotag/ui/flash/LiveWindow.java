package org.ethotag.ui.flash;

import org.ethotag.flash.LiveComparison;

/**
 * One window that the tag classified, beside this computer's answer on the same samples.
 *
 * @param label the tag's class in words
 * @param compared both answers; its place counts the windows since the tag started
 */
public record LiveWindow(String label, LiveComparison.Window compared) {}
