/**
 * How the window looks, and what it remembers between two runs.
 *
 * <p>Owns: light and dark theme, the user's settings file. In and out: style sheets for scenes. Must not: know studies.
 * Start reading at {@link org.ethotag.ui.theme.Look}.
 */
@NullMarked
package org.ethotag.ui.theme;

import org.jspecify.annotations.NullMarked;
