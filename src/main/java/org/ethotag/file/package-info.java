/**
 * Files as a whole. Owns: reading one that a stranger may have made within a bound, and writing one that appears whole or not at
 * all. In and out: a path, bytes or text. Must not:
 * know any format. Start reading at {@link org.ethotag.file.SmallFile}.
 */
@NullMarked
package org.ethotag.file;

import org.jspecify.annotations.NullMarked;
