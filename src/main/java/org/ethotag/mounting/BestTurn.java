package org.ethotag.mounting;

import org.ethotag.signal.Samples;

/**
 * The rotation that brings one set of directions nearest to another in the least-squares sense: Wahba's problem (SIAM
 * Review 7, 1965, 65-1), solved by the eigenvector of Davenport's matrix with the largest eigenvalue (Keat 1977), which
 * Jacobi's method finds.
 */
final class BestTurn {
    private static final int SIZE = 4;
    private static final int MOST_SWEEPS = 50;
    private static final double SMALL = 1e-15;

    private BestTurn() {}

    /** [row][column] of the rotation that turns {@code from} towards {@code to}. */
    static double[][] between(PostureProfile from, PostureProfile to) {
        double[][] b = new double[Samples.AXES][Samples.AXES];
        for (int level = 0; level < from.weights().length; level++) {
            double weight = from.weightBeside(to, level);
            for (int row = 0; row < Samples.AXES; row++) {
                for (int column = 0; column < Samples.AXES; column++) {
                    b[row][column] += weight * to.means()[level][row] * from.means()[level][column];
                }
            }
        }
        return matrix(largestEigenvector(davenport(b)));
    }

    /** Quaternion order: the vector part, then the scalar. */
    private static double[][] davenport(double[][] b) {
        double trace = b[0][0] + b[1][1] + b[2][2];
        double[] cross = {b[2][1] - b[1][2], b[0][2] - b[2][0], b[1][0] - b[0][1]};
        double[][] k = new double[SIZE][SIZE];
        for (int row = 0; row < Samples.AXES; row++) {
            for (int column = 0; column < Samples.AXES; column++) {
                k[row][column] = b[row][column] + b[column][row] - (row == column ? trace : 0);
            }
            k[row][Samples.AXES] = cross[row];
            k[Samples.AXES][row] = cross[row];
        }
        k[Samples.AXES][Samples.AXES] = trace;
        return k;
    }

    private static double[] largestEigenvector(double[][] symmetric) {
        double[][] vectors = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            for (int p = 0; p < SIZE; p++) {
                for (int q = p + 1; q < SIZE; q++) {
                    annihilate(symmetric, vectors, p, q);
                }
            }
        }
        int best = 0;
        for (int i = 1; i < SIZE; i++) {
            best = symmetric[i][i] > symmetric[best][best] ? i : best;
        }
        double[] vector = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            vector[i] = vectors[i][best];
        }
        return vector;
    }

    /** One rotation of Jacobi's method. */
    private static void annihilate(double[][] a, double[][] vectors, int p, int q) {
        if (Math.abs(a[p][q]) < SMALL) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int i = 0; i < SIZE; i++) {
            double ip = a[i][p];
            double iq = a[i][q];
            a[i][p] = cosine * ip - sine * iq;
            a[i][q] = sine * ip + cosine * iq;
        }
        for (int i = 0; i < SIZE; i++) {
            double pi = a[p][i];
            double qi = a[q][i];
            a[p][i] = cosine * pi - sine * qi;
            a[q][i] = sine * pi + cosine * qi;
            double vp = vectors[i][p];
            double vq = vectors[i][q];
            vectors[i][p] = cosine * vp - sine * vq;
            vectors[i][q] = sine * vp + cosine * vq;
        }
    }

    private static double[][] matrix(double[] q) {
        double x = q[0];
        double y = q[1];
        double z = q[2];
        double w = q[3];
        return new double[][] {
            {1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)},
            {2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)},
            {2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)}
        };
    }
}
