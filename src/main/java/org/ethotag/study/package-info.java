/**
 * Who wears what.
 *
 * <p>Owns: animals, tags and when which tag sat on which animal. In and out: plain values. Must not: know recordings.
 * Start reading at {@link org.ethotag.study.Deployment}.
 */
@NullMarked
package org.ethotag.study;

import org.jspecify.annotations.NullMarked;
