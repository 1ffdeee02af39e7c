package org.ethotag.ui.evaluation;

import java.util.Arrays;
import javafx.scene.image.Image;
import org.ethotag.ui.control.PixelImage;

/** Many points in one int array: fifty thousand take a few milliseconds, where nodes or a canvas would take seconds. */
final class PointRaster {
    private static final int OPAQUE = 0xff000000;
    private static final int RADIUS = 1;

    private final int width;
    private final int height;
    /** [row][column] row-major, ARGB */
    private final int[] pixels;

    private final PixelImage shown;

    PointRaster(int width, int height) {
        this.width = width;
        this.height = height;
        shown = new PixelImage(width, height);
        pixels = shown.pixels();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Image image() {
        return shown.image();
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** A point of three by three pixels; what lies outside is left out. */
    void point(int x, int y, int rgb) {
        int from = Math.max(0, x - RADIUS);
        int to = Math.min(width - 1, x + RADIUS);
        for (int row = Math.max(0, y - RADIUS); row <= Math.min(height - 1, y + RADIUS); row++) {
            for (int column = from; column <= to; column++) {
                pixels[row * width + column] = OPAQUE | rgb;
            }
        }
    }

    /** Shows what was drawn. */
    void flush() {
        shown.flush();
    }

    /** A pixel as it is, ARGB. */
    int at(int x, int y) {
        return pixels[y * width + x];
    }
}
