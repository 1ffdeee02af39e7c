/**
 * Files that a stranger may have made. Owns: reading one whole within a bound. In and out: a path, bytes or text. Must not:
 * know any format. Start reading at {@link org.ethotag.file.SmallFile}.
 */
@NullMarked
package org.ethotag.file;

import org.jspecify.annotations.NullMarked;
