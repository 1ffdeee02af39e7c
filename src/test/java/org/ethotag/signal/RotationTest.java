package org.ethotag.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RotationTest {
    @Test
    void aQuarterTurnAboutZTakesXToY() {
        float[] values = {1, 2, 0, 0, 5, 6}; // two samples: (1, 0, 5) and (2, 0, 6)
        new Rotation(90, 0, 0).turn(values);
        assertThat(values).containsExactly(0, 0, 1, 2, 5, 6);
    }

    @Test
    void rollComesFirstAndYawLast() {
        float[] values = {0, 1, 0}; // y; roll takes it to z, pitch takes z to x, yaw takes x to y
        new Rotation(90, 90, 90).turn(values);
        assertThat(values).usingComparatorWithPrecision(1e-6f).containsExactly(0, 1, 0);
    }

    @Test
    void aHalfTurnIsExact() {
        float[] values = {0.3f, -0.7f, 0.9f};
        new Rotation(180, 0, 0).turn(values);
        assertThat(values).containsExactly(-0.3f, 0.7f, 0.9f);
    }

    @Test
    void anglesAreKeptToATenthAndWithinTheCircle() {
        assertThat(new Rotation(-180, 370, 12.34)).isEqualTo(new Rotation(180, 10, 12.3));
        assertThat(new Rotation(-0.01, 0, 0)).isEqualTo(Rotation.none());
    }

    @Test
    void whatIsWrittenIsReadBack() {
        trials(100, random -> {
            var rotation = anywhere(random);
            assertThat(Rotation.parse(rotation.text())).isEqualTo(rotation);
        });
        assertThatThrownBy(() -> Rotation.parse("1,2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rotation.parse("1,2,NaN")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMatrixGivesItsAnglesBackAlsoAtTheQuarters() {
        trials(200, random -> {
            var rotation = random.nextInt(4) == 0
                    ? new Rotation(90 * random.nextInt(4), 90 * random.nextInt(4), 90 * random.nextInt(4))
                    : anywhere(random);
            assertThat(Rotation.of(rotation.matrix()).degreesTo(rotation)).isLessThan(0.2);
        });
    }

    @Test
    void theTurnBackUndoesTheTurn() {
        trials(100, random -> {
            var rotation = anywhere(random);
            assertThat(rotation.inverse().after(rotation).degreesTo(Rotation.none()))
                    .isLessThan(0.2);
        });
    }

    @Test
    void degreesBetweenTwoTurnsAboutOneAxisAreTheirDifference() {
        assertThat(new Rotation(30, 0, 0).degreesTo(new Rotation(-40, 0, 0))).isCloseTo(70, within(1e-6));
        assertThat(new Rotation(0, 0, 170).degreesTo(new Rotation(0, 0, -170))).isCloseTo(20, within(1e-6));
    }

    private static Rotation anywhere(Random random) {
        return new Rotation(360 * random.nextDouble(), 178 * random.nextDouble() - 89, 360 * random.nextDouble());
    }
}
