/** The entry: without arguments the window, with arguments the command line. Start reading at {@link org.ethotag.Ethotag}. */
@NullMarked
package org.ethotag;

import org.jspecify.annotations.NullMarked;
