/**
 * A made-up herd, for trying out and testing without anybody's data.
 *
 * <p>Owns: the seeded generator behind {@code sample-data}. In and out: a seed becomes collar recordings with labels,
 * the same bytes on every machine. Must not: be used to judge a method; only real recordings can. Start reading at
 * {@link org.ethotag.sample.HerdGenerator}.
 */
@NullMarked
package org.ethotag.sample;

import org.jspecify.annotations.NullMarked;
