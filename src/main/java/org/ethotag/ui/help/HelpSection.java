package org.ethotag.ui.help;

/**
 * A heading with what stands below it up to the next one.
 *
 * @param text without marks, for searching and for excerpts
 */
record HelpSection(String heading, String anchor, String text) {}
