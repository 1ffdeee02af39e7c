/**
 * Networks as plain data.
 *
 * <p>Owns: layer lists, weights, the teacher and the student as values, their file format, and the student's forward
 * pass in plain Java. In and out: no engine needed. Must not: know DJL. Start reading at
 * {@link org.ethotag.model.StudentModel}.
 */
@NullMarked
package org.ethotag.model;

import org.jspecify.annotations.NullMarked;
