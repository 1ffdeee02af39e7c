package org.ethotag.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;

import org.ethotag.testkit.Windows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RasterTest {
    private static final int HEIGHT = 12;

    @BeforeEach
    void toolkit() {
        Windows.start();
    }

    @Test
    void aColumnCoversEachRowByItsShare() {
        trials(300, random -> {
            var raster = new Raster(3, HEIGHT);
            raster.clear(0x000000);
            double top = random.nextDouble() * 16 - 2;
            double bottom = top + random.nextDouble() * (random.nextBoolean() ? 0.9 : 9);
            raster.column(1, top, bottom, 0xffffff, 1);
            var pixels = raster.image().getPixelReader();
            for (int y = 0; y < HEIGHT; y++) {
                double share = Math.max(0, Math.min(bottom, y + 1) - Math.max(top, y));
                assertThat(pixels.getArgb(1, y) & 0xff).isBetween((int) (share * 255) - 2, (int) (share * 255) + 2);
                assertThat(pixels.getArgb(0, y)).isEqualTo(0xff000000);
            }
        });
    }

    @Test
    void manyColumnsAtOnceAreThoseOneByOne() {
        trials(100, random -> {
            int width = 1 + random.nextInt(40);
            var one = new Raster(width, HEIGHT);
            var many = new Raster(width, HEIGHT);
            one.clear(0x203040);
            many.clear(0x203040);
            double alpha = random.nextBoolean() ? 1 : 0.5;
            double[] tops = new double[width];
            double[] bottoms = new double[width];
            for (int x = 0; x < width; x++) {
                tops[x] = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble() * 16 - 2;
                bottoms[x] = tops[x] + random.nextDouble() * (random.nextBoolean() ? 0.9 : 9);
                if (!Double.isNaN(tops[x])) {
                    one.column(x, tops[x], bottoms[x], 0xf0e0d0, alpha);
                }
            }
            many.columns(tops, bottoms, 0xf0e0d0, alpha);
            for (int i = 0; i < width * HEIGHT; i++) {
                assertThat(many.image().getPixelReader().getArgb(i % width, i / width))
                        .isEqualTo(one.image().getPixelReader().getArgb(i % width, i / width));
            }
        });
    }

    @Test
    void whatLiesOutsideIsLeftOut() {
        var raster = new Raster(2, 2);
        raster.clear(0x102030);
        raster.column(-1, 0, 2, 0xffffff, 1);
        raster.column(2, 0, 2, 0xffffff, 1);
        raster.column(0, -5, -1, 0xffffff, 1);
        raster.column(0, 3, 9, 0xffffff, 1);
        raster.rect(5, 5, 9, 9, 0xffffff);
        var pixels = raster.image().getPixelReader();
        for (int i = 0; i < 4; i++) {
            assertThat(pixels.getArgb(i % 2, i / 2)).isEqualTo(0xff102030);
        }
    }
}
