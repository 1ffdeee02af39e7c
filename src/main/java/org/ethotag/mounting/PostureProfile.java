package org.ethotag.mounting;

import org.ethotag.signal.Rotation;
import org.ethotag.signal.Samples;

/**
 * Where gravity points on average at each level of activity. Callers must not change the arrays.
 *
 * @param means [level][axis]: mean of the blocks' unit vectors, 0 where there are too few
 * @param weights [level]: how much a level says, 0 to 1
 */
record PostureProfile(double[][] means, double[] weights) {
    /** Fewer blocks than this are an accident. */
    private static final int FEWEST_BLOCKS = 3;
    /** With this many blocks a level says half of what it can say. */
    private static final double HALF_SAID_BLOCKS = 10;

    static PostureProfile of(PostureBlocks blocks, ActivityLevels levels) {
        double[][] means = new double[levels.count()][Samples.AXES];
        double[] counts = new double[levels.count()];
        for (int i = 0; i < blocks.count(); i++) {
            int level = levels.of(blocks.activity()[i]);
            counts[level]++;
            for (int axis = 0; axis < Samples.AXES; axis++) {
                means[level][axis] += blocks.directions()[i][axis];
            }
        }
        double[] weights = new double[levels.count()];
        for (int level = 0; level < weights.length; level++) {
            boolean enough = counts[level] >= FEWEST_BLOCKS;
            weights[level] = enough ? counts[level] / (counts[level] + HALF_SAID_BLOCKS) : 0;
            for (int axis = 0; axis < Samples.AXES; axis++) {
                means[level][axis] = enough ? means[level][axis] / counts[level] : 0;
            }
        }
        return new PostureProfile(means, weights);
    }

    /** Weighted mean of profiles that were turned alike. */
    static PostureProfile mean(Iterable<PostureProfile> turned, int levels) {
        double[][] means = new double[levels][Samples.AXES];
        double[] weights = new double[levels];
        for (PostureProfile profile : turned) {
            for (int level = 0; level < levels; level++) {
                weights[level] += profile.weights[level];
                for (int axis = 0; axis < Samples.AXES; axis++) {
                    means[level][axis] += profile.weights[level] * profile.means[level][axis];
                }
            }
        }
        for (int level = 0; level < levels; level++) {
            for (int axis = 0; axis < Samples.AXES; axis++) {
                means[level][axis] = weights[level] == 0 ? 0 : means[level][axis] / weights[level];
            }
        }
        return new PostureProfile(means, weights);
    }

    PostureProfile turned(double[][] matrix) {
        double[][] result = new double[means.length][Samples.AXES];
        for (int level = 0; level < means.length; level++) {
            for (int row = 0; row < Samples.AXES; row++) {
                for (int axis = 0; axis < Samples.AXES; axis++) {
                    result[level][row] += matrix[row][axis] * means[level][axis];
                }
            }
        }
        return new PostureProfile(result, weights);
    }

    /** How much this level says when two profiles are compared: nothing where one of them is silent. */
    double weightBeside(PostureProfile reference, int level) {
        return reference.weights[level] > 0 ? weights[level] : 0;
    }

    /** Levels that both know. */
    int levelsBeside(PostureProfile reference) {
        int count = 0;
        for (int level = 0; level < weights.length; level++) {
            count += weightBeside(reference, level) > 0 ? 1 : 0;
        }
        return count;
    }

    /** Root of the mean squared angle between the two over the levels that both know, in degrees; NaN without any. */
    double degreesFrom(PostureProfile reference, Rotation rotation) {
        var turned = turned(rotation.matrix());
        double sum = 0;
        double total = 0;
        for (int level = 0; level < weights.length; level++) {
            double weight = weightBeside(reference, level);
            if (weight > 0) {
                double degrees = degrees(turned.means[level], reference.means[level]);
                sum += weight * degrees * degrees;
                total += weight;
            }
        }
        return Math.sqrt(sum / total);
    }

    private static double degrees(double[] a, double[] b) {
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        double lengths =
                Math.sqrt((a[0] * a[0] + a[1] * a[1] + a[2] * a[2]) * (b[0] * b[0] + b[1] * b[1] + b[2] * b[2]));
        return lengths == 0 ? 90 : StrictMath.toDegrees(StrictMath.acos(Math.clamp(dot / lengths, -1, 1)));
    }
}
