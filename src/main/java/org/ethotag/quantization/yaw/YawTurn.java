package org.ethotag.quantization.yaw;

import java.util.Optional;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.signal.Samples;

/**
 * A rotation about z in integers: (x, y) becomes (cosine x - sine y, sine x + cosine y) / 16384.
 *
 * @param cosine -16384 to 16384
 * @param sine -16384 to 16384
 */
public record YawTurn(int cosine, int sine) {
    /** Fraction bits of both parts. */
    public static final int FRACTION_BITS = 14;

    private static final int ONE = 1 << FRACTION_BITS;

    public YawTurn {
        if (Math.abs(cosine) > ONE || Math.abs(sine) > ONE) {
            throw new IllegalArgumentException("no turn: " + cosine + ", " + sine);
        }
    }

    /** The angle, counter-clockwise seen against z, -180 to 180. */
    public double degrees() {
        return Math.toDegrees(Math.atan2(sine, cosine));
    }

    /**
     * The conditioning of a collar that has to be turned so: what {@code base} does after the turn.
     *
     * @return nothing if int16 cannot hold it
     */
    public Optional<InputConditioning> before(InputConditioning base) {
        int x = rounded(base.offset().at(0) * cosine + base.offset().at(1) * sine, FRACTION_BITS);
        int y = rounded(base.offset().at(1) * cosine - base.offset().at(0) * sine, FRACTION_BITS);
        if (x != FixedPoint.saturate16(x) || y != FixedPoint.saturate16(y)) {
            return Optional.empty();
        }
        var offset = IntMatrix.column(x, y, base.offset().at(2));
        // a turn makes a row's sum of magnitudes up to 1.42 times as large: without a bit less it may not hold
        return conditioning(base, offset, 0).or(() -> conditioning(base, offset, 1));
    }

    private Optional<InputConditioning> conditioning(InputConditioning base, IntMatrix offset, int halved) {
        int[] turned = new int[Samples.AXES * Samples.AXES];
        int shift = base.shift() - halved;
        if (!FixedPoint.shiftIsValid(shift)) {
            return Optional.empty();
        }
        for (int row = 0; row < Samples.AXES; row++) {
            int x = base.matrix().at(row, 0);
            int y = base.matrix().at(row, 1);
            int z = base.matrix().at(row, 2);
            turned[Samples.AXES * row] = rounded(x * cosine + y * sine, FRACTION_BITS + halved);
            turned[Samples.AXES * row + 1] = rounded(y * cosine - x * sine, FRACTION_BITS + halved);
            turned[Samples.AXES * row + 2] = (z + halved) >> halved;
        }
        var matrix = IntMatrix.of(Samples.AXES, Samples.AXES, turned);
        for (int row = 0; row < Samples.AXES; row++) {
            if (!InputConditioning.rowHolds(matrix.absoluteSum(row), shift)) {
                return Optional.empty();
            }
        }
        return Optional.of(new InputConditioning(offset, matrix, shift));
    }

    private static int rounded(int sum, int bits) {
        return (sum + FixedPoint.half(bits)) >> bits;
    }
}
