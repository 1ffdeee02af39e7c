/**
 * Owns: the page that says what works on this computer and what to do about the rest. In: the workflow's doctor; out: a
 * window. Must not: change anything by itself. Start reading at {@link org.ethotag.ui.doctor.DoctorViewModel}.
 */
@NullMarked
package org.ethotag.ui.doctor;

import org.jspecify.annotations.NullMarked;
