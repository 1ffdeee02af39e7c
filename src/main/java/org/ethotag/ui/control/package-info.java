/**
 * Small controls that several screens share, and the texts of all.
 *
 * <p>Owns: {@link org.ethotag.ui.control.Texts} and controls without knowledge of the domain. In and out: nodes. Must
 * not: know studies. Start reading at {@link org.ethotag.ui.control.EmptyState}.
 */
@NullMarked
package org.ethotag.ui.control;

import org.jspecify.annotations.NullMarked;
