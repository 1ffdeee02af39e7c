package org.ethotag.ui.evaluation;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Many points in one int array: fifty thousand take a few milliseconds, where nodes or a canvas would take seconds. */
final class PointRaster {
    private static final int OPAQUE = 0xff000000;
    private static final int RADIUS = 1;

    private final int width;
    private final int height;
    /** [row][column] row-major, ARGB */
    private final int[] pixels;

    private final PixelBuffer<IntBuffer> buffer;

    PointRaster(int width, int height) {
        this.width = width;
        this.height = height;
        var ints = IntBuffer.allocate(width * height);
        pixels = ints.array();
        buffer = new PixelBuffer<>(width, height, ints, PixelFormat.getIntArgbPreInstance());
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Image image() {
        return new WritableImage(buffer);
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
        buffer.updateBuffer(_ -> null);
    }

    /** A pixel as it is, ARGB. */
    int at(int x, int y) {
        return pixels[y * width + x];
    }
}
