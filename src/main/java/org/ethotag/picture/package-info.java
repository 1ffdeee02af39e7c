/**
 * Charts as plain data, drawn the same on screen, as SVG and as PNG.
 *
 * <p>Owns: a picture of boxes, lines, dots and words, and its files. In and out: whoever has results makes a
 * {@link org.ethotag.picture.Picture}; out come bytes, or marks that the window draws. Must not: know results or windows.
 * Start reading at {@link org.ethotag.picture.Picture}.
 */
@NullMarked
package org.ethotag.picture;

import org.jspecify.annotations.NullMarked;
