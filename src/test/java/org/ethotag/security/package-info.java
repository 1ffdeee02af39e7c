/** Files of strangers: one class per threat, each over every reader that takes such files; {@code Stranger} lists the readers. */
package org.ethotag.security;
