package org.ethotag.quantization.yaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import java.util.List;
import java.util.Random;
import org.ethotag.dataset.Normalization;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.SensorScale;
import org.junit.jupiter.api.Test;

class YawEstimatorTest {
    private static final int BLOCK = 50;
    private static final double GRAVITY = 1000;
    private static final YawSettings SETTINGS = new YawSettings(BLOCK, 120, 1000, 24, 0, -1000);

    /** One block of an animal with its head down, the collar turned by so many degrees against the reference. */
    private static void moves(YawEstimator estimator, Random random, double degrees, int blocks) {
        double angle = Math.toRadians(degrees - 90);
        for (int i = 0; i < blocks * BLOCK; i++) {
            feed(estimator, random, 0.65 * Math.cos(angle), 0.65 * Math.sin(angle), -0.7, 0.2);
        }
    }

    private static void feed(YawEstimator estimator, Random random, double x, double y, double z, double spread) {
        estimator.sample(
                (int) Math.round(GRAVITY * (x + spread * random.nextGaussian())),
                (int) Math.round(GRAVITY * (y + spread * random.nextGaussian())),
                (int) Math.round(GRAVITY * (z + spread * random.nextGaussian())));
    }

    private static double turn(YawEstimator estimator) {
        return estimator.turn().orElseThrow().degrees();
    }

    private static double apart(double a, double b) {
        return Math.abs(Math.IEEEremainder(a - b, 360));
    }

    @Test
    void aCollarTurnedByAnyAngleIsTurnedBack() {
        trials(200, random -> {
            double degrees = 360 * random.nextDouble();
            var estimator = new YawEstimator(SETTINGS);
            moves(estimator, random, degrees, 30);
            assertThat(apart(turn(estimator), -degrees)).isLessThan(2.5); // five standard errors
        });
    }

    @Test
    void twoBlocksOfFiveInOtherDirectionsChangeLittle() {
        trials(200, random -> {
            double degrees = 360 * random.nextDouble();
            var estimator = new YawEstimator(SETTINGS);
            for (int i = 0; i < 60; i++) {
                moves(estimator, random, i % 5 < 2 ? degrees + 120 + 120 * random.nextDouble() : degrees, 1);
            }
            assertThat(estimator.blocks()).isEqualTo(60);
            assertThat(apart(turn(estimator), -degrees)).isLessThan(5);
        });
    }

    @Test
    void theReferenceIsFoundOnACollarThatSitsWell() {
        trials(50, random -> {
            double well = 360 * random.nextDouble();
            var first = new YawEstimator(new YawSettings(BLOCK, 120, 1000, 24, 1, 0));
            moves(first, random, well, 30);
            var turn = first.turn().orElseThrow();
            var second = new YawEstimator(new YawSettings(BLOCK, 120, 1000, 24, turn.cosine(), -turn.sine()));
            moves(second, random, well + 70, 30);
            assertThat(apart(turn(second), -70)).isLessThan(3.5); // as above, and the reference is uncertain too
        });
    }

    @Test
    void anAnimalAtRestSaysNothing() {
        var random = new Random(1);
        var estimator = new YawEstimator(SETTINGS);
        for (int i = 0; i < 100 * BLOCK; i++) {
            feed(estimator, random, 0.3, 0.2, -0.87, 0.03);
        }
        assertThat(estimator.blocks()).isZero();
        assertThat(estimator.turn()).isEmpty();
    }

    @Test
    void directionsWithoutMajorityAreNoEstimate() {
        var random = new Random(2);
        var estimator = new YawEstimator(SETTINGS);
        for (int i = 0; i < 64; i++) {
            moves(estimator, random, 90 * i, 1);
        }
        assertThat(estimator.blocks()).isEqualTo(64);
        assertThat(estimator.turn()).isEmpty();
    }

    @Test
    void tooFewBlocksAreNoEstimate() {
        var random = new Random(3);
        var estimator = new YawEstimator(SETTINGS);
        moves(estimator, random, 10, 23);
        assertThat(estimator.turn()).isEmpty();
        moves(estimator, random, 10, 1);
        assertThat(turn(estimator)).isCloseTo(-10, within(2.0));
    }

    @Test
    void aSensorThatIsStuckOrBrokenHasNoSay() {
        var estimator = new YawEstimator(SETTINGS);
        var random = new Random(4);
        for (int i = 0; i < 50 * BLOCK; i++) {
            estimator.sample(i % 2 * 32767, Short.MIN_VALUE, 0);
        }
        for (int i = 0; i < 50 * BLOCK; i++) {
            feed(estimator, random, 0.1, 0.1, 0, 0.2);
        }
        assertThat(estimator.blocks()).isZero();
    }

    @Test
    void aBlockAcrossAGapIsDropped() {
        var random = new Random(5);
        var estimator = new YawEstimator(SETTINGS);
        moves(estimator, random, 0, 1);
        for (int i = 0; i < BLOCK - 1; i++) {
            feed(estimator, random, 0, -0.7, -0.7, 0.3);
        }
        estimator.gap();
        for (int i = 0; i < BLOCK - 1; i++) {
            feed(estimator, random, 0, -0.7, -0.7, 0.3);
        }
        assertThat(estimator.blocks()).isEqualTo(1);
    }

    @Test
    void aCollarThatSlippedIsFollowed() {
        var random = new Random(6);
        var estimator = new YawEstimator(SETTINGS);
        moves(estimator, random, 0, 4_000);
        moves(estimator, random, 180, 5_000);
        assertThat(apart(turn(estimator), 180)).isLessThan(3);
    }

    /** The expected values are those of the real rotation, in double. */
    @Test
    void theTurnedConditioningGivesWhatTheTurnedSampleWouldGive() {
        var base = InputConditioning.of(
                new Normalization(List.of(0.1f, -0.3f, -0.8f), List.of(0.3f, 0.4f, 0.2f)),
                SensorScale.int16(4),
                12,
                InputConditioning.identity());
        trials(2_000, random -> {
            double angle = 2 * Math.PI * random.nextDouble();
            var turn = new YawTurn((int) Math.rint(16384 * Math.cos(angle)), (int) Math.rint(16384 * Math.sin(angle)));
            var turned = turn.before(base).orElseThrow();
            int x = random.nextInt(20_000) - 10_000;
            int y = random.nextInt(20_000) - 10_000;
            int z = random.nextInt(20_000) - 10_000;
            int upright = (int) Math.round(Math.cos(angle) * x - Math.sin(angle) * y);
            int sideways = (int) Math.round(Math.sin(angle) * x + Math.cos(angle) * y);
            for (int axis = 0; axis < 3; axis++) {
                // a count is up to 2 steps of x here; offset, matrix and the sample itself are each rounded
                assertThat(turned.apply(axis, x, y, z)).isCloseTo(base.apply(axis, upright, sideways, z), within(8));
            }
        });
    }

    @Test
    void aConditioningThatCannotBeTurnedIsSaid() {
        var matrix = IntMatrix.of(3, 3, new int[] {16383, 16383, 0, 0, 1, 0, 0, 0, 1});
        var atLimit = new InputConditioning(IntMatrix.column(0, 0, 0), matrix, 1);
        var farOff = new InputConditioning(IntMatrix.column(32767, 32767, 0), matrix, 2);
        var eighth = new YawTurn(11585, 11585);
        assertThat(eighth.before(atLimit)).isPresent();
        assertThat(new YawTurn(11585, -11585).before(atLimit)).isPresent();
        assertThat(eighth.before(farOff)).isEmpty();
        var full = new InputConditioning(
                IntMatrix.column(0, 0, 0), IntMatrix.of(3, 3, new int[] {32767, 0, 0, 0, 1, 0, 0, 0, 1}), 1);
        assertThat(eighth.before(full)).isEmpty();
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new YawSettings(1, 1, 1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YawSettings(2, 0, 1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YawSettings(2, 1, 65536, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YawSettings(2, 1, 1, 1025, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YawSettings(2, 1, 1, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(YawSettings.of(new SensorScale(4, 8192), 256, 3, 4))
                .isEqualTo(new YawSettings(256, 983, 8192, 24, 3, 4));
    }
}
