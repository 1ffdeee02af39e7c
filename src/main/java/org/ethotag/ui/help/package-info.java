/**
 * Owns: the user guide inside the program: pages of Markdown that lie beside the classes, drawn, linked and searched.
 * In: the pages; out: a window. Must not: fetch anything, or show what does not lie beside the classes.
 * Start reading at {@link org.ethotag.ui.help.HelpLibrary}.
 */
@NullMarked
package org.ethotag.ui.help;

import org.jspecify.annotations.NullMarked;
