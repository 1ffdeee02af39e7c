/**
 * The signed image that a tag takes, and the keys that sign it.
 *
 * <p>Owns: the layout of image and trailer, hashes, signatures, key files. In and out: a payload and a key become an image; an
 * image and a public key become a verdict. Must not: know where an image goes. Start reading at
 * {@link org.ethotag.export.image.ModelImage}.
 */
@NullMarked
package org.ethotag.export.image;

import org.jspecify.annotations.NullMarked;
