/**
 * Examples for learning.
 *
 * <p>Owns: windows, how they are cut, how they are split into folds and checked for leaks. In and out: sessions with
 * labels become a {@link org.ethotag.dataset.Dataset}. Must not: know networks. Start reading at
 * {@link org.ethotag.dataset.Windowing}.
 */
@NullMarked
package org.ethotag.dataset;

import org.jspecify.annotations.NullMarked;
