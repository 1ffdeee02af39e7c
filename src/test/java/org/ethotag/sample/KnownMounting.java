package org.ethotag.sample;

import java.util.Random;
import org.ethotag.signal.Rotation;

/** How the collars of the synthetic herd really sit: drawn first of all from each animal's generator. */
public final class KnownMounting {
    /** As in {@link HerdGenerator}; a test that finds other collars than these fails. */
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private KnownMounting() {}

    /** What turns an unturned collar into that of an animal. */
    public static Rotation of(HerdSettings settings, int animal) {
        var mounting = new CollarMounting(animal, new Random(settings.seed() + SEED_STEP * (animal + 1)));
        double[][] matrix = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            double[] unit = new double[3];
            unit[axis] = 1;
            mounting.apply(unit);
            for (int row = 0; row < 3; row++) {
                matrix[row][axis] = unit[row];
            }
        }
        return Rotation.of(matrix);
    }
}
