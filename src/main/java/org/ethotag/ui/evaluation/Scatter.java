package org.ethotag.ui.evaluation;

import java.util.stream.IntStream;
import org.ethotag.evaluation.Projection;

/** Where points of a map lie on a surface: fitted with an even scale, zoomed about a place, moved. */
final class Scatter {
    private static final double MARGIN = 14;
    private static final double NEAREST = 200;

    private final Projection places;
    private double middleX;
    private double middleY;
    private double fit = 1;
    private double zoom = 1;
    private double width = 1;
    private double height = 1;

    Scatter(Projection places) {
        this.places = places;
        reset();
    }

    void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        fitTo();
    }

    /** Everything in view. */
    void reset() {
        zoom = 1;
        middleX = (min(true) + max(true)) / 2;
        middleY = (min(false) + max(false)) / 2;
        fitTo();
    }

    private void fitTo() {
        double spanX = Math.max(1e-9, max(true) - min(true));
        double spanY = Math.max(1e-9, max(false) - min(false));
        fit = Math.min((width - 2 * MARGIN) / spanX, (height - 2 * MARGIN) / spanY);
    }

    private double min(boolean first) {
        return IntStream.range(0, places.size())
                .mapToDouble(i -> first ? places.x(i) : places.y(i))
                .min()
                .orElse(0);
    }

    private double max(boolean first) {
        return IntStream.range(0, places.size())
                .mapToDouble(i -> first ? places.x(i) : places.y(i))
                .max()
                .orElse(0);
    }

    /** Nearer or farther; what is under a place stays there. */
    void zoom(double factor, double atX, double atY) {
        double next = Math.clamp(zoom * factor, 1, NEAREST);
        double scale = fit * zoom;
        double x = middleX + (atX - width / 2) / scale;
        double y = middleY - (atY - height / 2) / scale;
        zoom = next;
        middleX = x - (atX - width / 2) / (fit * zoom);
        middleY = y + (atY - height / 2) / (fit * zoom);
    }

    void move(double pixelsX, double pixelsY) {
        middleX -= pixelsX / (fit * zoom);
        middleY += pixelsY / (fit * zoom);
    }

    double x(int point) {
        return width / 2 + (places.x(point) - middleX) * fit * zoom;
    }

    /** Downwards. */
    double y(int point) {
        return height / 2 - (places.y(point) - middleY) * fit * zoom;
    }
}
