/**
 * The command line.
 *
 * <p>Owns: one class per command, what is printed and the exit codes. In and out: arguments become steps of the
 * workflow. Must not: decide anything that the window does not. Start reading at
 * {@link org.ethotag.cli.CommandLineTool}.
 */
@NullMarked
package org.ethotag.cli;

import org.jspecify.annotations.NullMarked;
