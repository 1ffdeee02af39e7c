package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProjectionTest {
    /** Data, and figures below, from L. I. Smith, A tutorial on principal components analysis (2002), chapter 3. */
    private static final float[][] TUTORIAL = {
        {2.5f, 2.4f}, {0.5f, 0.7f}, {2.2f, 2.9f}, {1.9f, 2.2f}, {3.1f, 3.0f},
        {2.3f, 2.7f}, {2f, 1.6f}, {1f, 1.1f}, {1.5f, 1.6f}, {1.1f, 0.9f}
    };

    /** The tutorial's first component, whose direction is opposite to ours. */
    private static final double[] FIRST = {
        -0.827970186,
        1.77758033,
        -0.992197494,
        -0.274210416,
        -1.67580142,
        -0.912949103,
        0.0991094375,
        1.14457216,
        0.438046137,
        1.22382056
    };

    /** The tutorial's eigenvalues. */
    private static final double LARGE = 1.28402771;

    private static final double SMALL = 0.0490833989;

    @Test
    void thePublishedExampleComesOut() {
        var projection = Projection.of(TUTORIAL);
        for (int i = 0; i < FIRST.length; i++) {
            assertThat((double) projection.x(i)).isCloseTo(-FIRST[i], within(1e-6));
        }
        assertThat(projection.share(0)).isCloseTo(LARGE / (LARGE + SMALL), within(1e-6));
        assertThat(projection.share(1)).isCloseTo(SMALL / (LARGE + SMALL), within(1e-6));
    }

    @Test
    void windowsThatAreAllAlikeLieOnOneSpot() {
        var projection = Projection.of(new float[][] {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}});
        for (int i = 0; i < projection.size(); i++) {
            assertThat(projection.x(i)).isZero();
            assertThat(projection.y(i)).isZero();
        }
        assertThat(projection.share(0)).isZero();
    }

    @Test
    void aSingleFeatureIsItsOwnMap() {
        var projection = Projection.of(new float[][] {{1}, {3}, {5}});
        assertThat(new float[] {projection.x(0), projection.x(1), projection.x(2)})
                .containsExactly(-2, 0, 2);
        assertThat(projection.y(2)).isZero();
    }

    @Test
    void noWindowIsAnEmptyMap() {
        assertThat(Projection.of(new float[0][]).size()).isZero();
    }
}
