/**
 * How a collar is turned about its vertical, found by the tag itself in integers.
 *
 * <p>Owns: the estimate and when it is taken over. In and out: raw counts become a turn of the conditioning matrix. Must not:
 * know animals or labels. Start reading at {@link org.ethotag.quantization.yaw.YawEstimator}.
 */
@NullMarked
package org.ethotag.quantization.yaw;

import org.jspecify.annotations.NullMarked;
