/**
 * The window.
 *
 * <p>Owns: the main window, its pages and everything on them. In and out: a study's folder is opened, pages call steps
 * through jobs. Must not: decide anything about data. Start reading at {@code Desktop}.
 */
@NullMarked
package org.ethotag.ui;

import org.jspecify.annotations.NullMarked;
