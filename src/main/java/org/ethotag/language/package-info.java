/**
 * Which language the program speaks, and where its texts come from.
 *
 * <p>Owns: the languages, the user's choice among them, the way a text is found. In and out: the name of a file in
 * {@code messages} becomes its texts. Must not: know any other package. Start reading at
 * {@link org.ethotag.language.Language}.
 */
@NullMarked
package org.ethotag.language;

import org.jspecify.annotations.NullMarked;
