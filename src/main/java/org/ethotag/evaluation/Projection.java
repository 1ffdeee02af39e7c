package org.ethotag.evaluation;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Many numbers per window seen from where they differ most: the first two principal components (Pearson 1901), from the
 * eigenvectors of the covariance. Features are centred and not scaled. The sign of a component is chosen so that its
 * largest loading is positive: the same features always give the same map. Immutable.
 */
public final class Projection {
    private static final int AXES = 2;

    private final float[] x;
    private final float[] y;
    private final double[] share;

    private Projection(float[] x, float[] y, double[] share) {
        this.x = x;
        this.y = y;
        this.share = share;
    }

    /**
     * Projects features.
     *
     * @param features [window][feature], all rows of one length of at least 1; finite
     */
    public static Projection of(float[][] features) {
        if (features.length == 0) {
            return new Projection(new float[0], new float[0], new double[AXES]);
        }
        double[] mean = mean(features);
        double[][] covariance = covariance(features, mean);
        var eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false));
        double[] values = eigen.getRealEigenvalues();
        double all = Arrays.stream(values).map(value -> Math.max(0, value)).sum();
        float[][] axes = new float[AXES][features.length];
        double[] share = new double[AXES];
        for (int axis = 0; axis < AXES && axis < values.length; axis++) {
            share[axis] = all > 0 ? Math.max(0, values[axis]) / all : 0;
            double[] direction = pointingUp(eigen.getEigenvector(axis).toArray());
            for (int i = 0; i < features.length; i++) {
                axes[axis][i] = (float) along(features[i], mean, direction);
            }
        }
        return new Projection(axes[0], axes[1], share);
    }

    private static double[] mean(float[][] features) {
        double[] mean = new double[features[0].length];
        for (float[] row : features) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += row[k] / (double) features.length;
            }
        }
        return mean;
    }

    /** With n - 1 below; 0 for a single window. */
    private static double[][] covariance(float[][] features, double[] mean) {
        int size = mean.length;
        double[][] covariance = new double[size][size];
        double[] centred = new double[size];
        for (float[] row : features) {
            for (int k = 0; k < size; k++) {
                centred[k] = row[k] - mean[k];
            }
            for (int i = 0; i < size; i++) {
                double[] line = covariance[i];
                for (int k = 0; k <= i; k++) {
                    line[k] += centred[i] * centred[k];
                }
            }
        }
        double below = Math.max(1, features.length - 1);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k <= i; k++) {
                covariance[i][k] /= below;
                covariance[k][i] = covariance[i][k];
            }
        }
        return covariance;
    }

    private static double[] pointingUp(double[] direction) {
        double largest = 0;
        for (double loading : direction) {
            largest = Math.abs(loading) > Math.abs(largest) ? loading : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(direction).map(loading -> sign * loading).toArray();
    }

    private static double along(float[] row, double[] mean, double[] direction) {
        double sum = 0;
        for (int k = 0; k < mean.length; k++) {
            sum += (row[k] - mean[k]) * direction[k];
        }
        return sum;
    }

    /** How many windows. */
    public int size() {
        return x.length;
    }

    /** Place of a window along the first component, in the features' unit. */
    public float x(int window) {
        return x[window];
    }

    /** Place of a window along the second component. */
    public float y(int window) {
        return y[window];
    }

    /** Share of the features' variance along a component (0 or 1), 0 to 1. */
    public double share(int component) {
        return share[component];
    }
}
