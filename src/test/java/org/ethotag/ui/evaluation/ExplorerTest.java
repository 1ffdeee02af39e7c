package org.ethotag.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ethotag.evaluation.Projection;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final int POINTS = 50_000;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 600;

    @Test
    void aLassoHoldsWhatIsInsideItAlsoInItsBays() {
        var lasso = new Lasso(); // the letter U
        double[][] corners = {{0, 0}, {2, 0}, {2, 8}, {8, 8}, {8, 0}, {10, 0}, {10, 10}, {0, 10}};
        for (double[] corner : corners) {
            lasso.add(corner[0], corner[1]);
        }
        assertThat(lasso.holds(1, 1)).isTrue();
        assertThat(lasso.holds(5, 9)).isTrue();
        assertThat(lasso.holds(5, 4)).as("between the arms").isFalse();
        assertThat(lasso.holds(11, 5)).isFalse();
    }

    @Test
    void everyPointIsInViewAndStaysUnderTheMouseWhenZoomed() {
        var scatter = new Scatter(cloud());
        scatter.resize(WIDTH, HEIGHT);
        for (int i = 0; i < POINTS; i++) {
            assertThat(scatter.x(i)).isBetween(0.0, (double) WIDTH);
            assertThat(scatter.y(i)).isBetween(0.0, (double) HEIGHT);
        }
        double x = scatter.x(7);
        double y = scatter.y(7);
        scatter.zoom(3, x, y);
        assertThat(scatter.x(7)).isCloseTo(x, within(1e-6));
        assertThat(scatter.y(7)).isCloseTo(y, within(1e-6));
        scatter.move(10, -4);
        assertThat(scatter.x(7)).isCloseTo(x + 10, within(1e-6));
        assertThat(scatter.y(7)).isCloseTo(y - 4, within(1e-6));
        scatter.reset();
        assertThat(scatter.x(7)).isCloseTo(x, within(1e-6));
    }

    /** Told, not asserted: how fast depends on the machine. The figure is in benchmarks.md. */
    @Test
    void fiftyThousandPointsAreDrawn() {
        var scatter = new Scatter(cloud());
        scatter.resize(WIDTH, HEIGHT);
        var raster = new PointRaster(WIDTH, HEIGHT);
        int frames = 200;
        long start = 0;
        for (int frame = 0; frame < 2 * frames; frame++) {
            start = frame == frames ? System.nanoTime() : start;
            raster.clear();
            for (int i = 0; i < POINTS; i++) {
                raster.point((int) scatter.x(i), (int) scatter.y(i), 0x1f9d8b);
            }
        }
        System.out.printf("50,000 points: %.2f ms a frame%n", (System.nanoTime() - start) / 1e6 / frames);
        assertThat(raster.at((int) scatter.x(3), (int) scatter.y(3))).isEqualTo(0xff1f9d8b);
    }

    private static Projection cloud() {
        var random = new Random(1);
        float[][] features = new float[POINTS][3];
        for (float[] row : features) {
            for (int k = 0; k < row.length; k++) {
                row[k] = (float) random.nextGaussian() * (k + 1);
            }
        }
        return Projection.of(features);
    }
}
