package org.ethotag.sample;

import java.util.Random;

/**
 * How a collar sits on one animal: half of the collars are turned by 180 degrees about z, one in ten by 90, and each is
 * a little askew.
 */
final class CollarMounting {
    /** Yaw of animal i is that of place i mod 10; of ten cows five were turned by 180 degrees and one by 90. */
    private static final int[] YAW_DEGREES = {0, 180, 0, 180, 180, 90, 0, 180, 0, 180};

    private static final double ASKEW_ABOUT_X_DEGREES = 6;
    private static final double ASKEW_ABOUT_Y_DEGREES = 7;
    private static final double ASKEW_ABOUT_Z_DEGREES = 10;

    private final double[][] rotation;

    CollarMounting(int animal, Random random) {
        var askew = product(
                about(0, ASKEW_ABOUT_X_DEGREES * random.nextGaussian()),
                about(1, ASKEW_ABOUT_Y_DEGREES * random.nextGaussian()));
        double yaw = YAW_DEGREES[animal % YAW_DEGREES.length] + ASKEW_ABOUT_Z_DEGREES * random.nextGaussian();
        rotation = product(about(2, yaw), askew);
    }

    /** Turns x, y, z of an unturned collar into those of this one, in place. */
    void apply(double[] g) {
        double x = g[0];
        double y = g[1];
        double z = g[2];
        for (int row = 0; row < g.length; row++) {
            g[row] = rotation[row][0] * x + rotation[row][1] * y + rotation[row][2] * z;
        }
    }

    private static double[][] about(int axis, double degrees) {
        double angle = degrees * StrictMath.PI / 180;
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        double[][] matrix = new double[3][3];
        matrix[axis][axis] = 1;
        matrix[next][next] = StrictMath.cos(angle);
        matrix[last][last] = StrictMath.cos(angle);
        matrix[next][last] = -StrictMath.sin(angle);
        matrix[last][next] = StrictMath.sin(angle);
        return matrix;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] matrix = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int i = 0; i < 3; i++) {
                    matrix[row][column] += a[row][i] * b[i][column];
                }
            }
        }
        return matrix;
    }
}
