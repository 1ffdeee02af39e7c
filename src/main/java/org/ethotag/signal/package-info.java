/**
 * Sampled acceleration without biology.
 *
 * <p>Owns: ranges, rates, blocks of samples, the min/max pyramid, window geometry, quantities
 * made of the three axes, spectra. In and out: plain values. Must not:
 * know files or animals. Start reading at {@link org.ethotag.signal.SampleRange}.
 */
@NullMarked
package org.ethotag.signal;

import org.jspecify.annotations.NullMarked;
