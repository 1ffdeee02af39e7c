package org.ethotag.ui.trace;

import java.util.Random;
import org.ethotag.signal.SampleRange;

/**
 * A scripted way over a recording, a step for each frame: at each of the zooms from everything to single samples a while
 * of dragging, a fling that slows down, the wheel in and out at a pointer, the handle of the map, and jumps to random places.
 */
final class Ride {
    private static final int ZOOMS = 8;
    private static final double CLOSEST_SAMPLES = 60;
    private static final double NANOS = 1e9;

    private final TraceViewModel model;
    private final long length;
    private final double seconds;
    private final Random random = new Random(2);
    private int zoom = -1;
    private int gesture = -1;
    private double pointer;
    private double speed;

    Ride(TraceViewModel model, long length, double seconds) {
        this.model = model;
        this.length = length;
        this.seconds = seconds;
    }

    /** Name of what is done now: zoom and gesture. */
    String now() {
        return String.format(
                java.util.Locale.ROOT, "%,d samples in sight, %s", Math.round(span(zoom)), Gesture.values()[gesture]);
    }

    int zoom() {
        return zoom;
    }

    static int zooms() {
        return ZOOMS;
    }

    double span(int step) {
        return length * Math.pow(CLOSEST_SAMPLES / length, step / (ZOOMS - 1.0));
    }

    /** What a hand does. */
    enum Gesture {
        DRAG,
        FLING,
        WHEEL,
        MAP,
        JUMP
    }

    /** Moves on; false when it is over. */
    boolean step(long nanos) {
        double part = nanos / NANOS / seconds * ZOOMS;
        int nextZoom = (int) part;
        if (nextZoom >= ZOOMS) {
            return false;
        }
        int nextGesture = (int) ((part - nextZoom) * Gesture.values().length);
        if (nextZoom != zoom) {
            zoom = nextZoom;
            gesture = -1;
        }
        if (nextGesture != gesture) {
            gesture = nextGesture;
            begin();
        }
        move(Gesture.values()[gesture], part * 40);
        return true;
    }

    private void begin() {
        double span = span(zoom);
        long from = (long) (random.nextDouble() * Math.max(0, length - span));
        model.zoomTo(new SampleRange(from, Math.min(length, from + (long) Math.max(1, span / 1.2))));
        pointer = random.nextDouble() * model.viewportProperty().get().width();
        speed = 220;
    }

    private void move(Gesture what, double phase) {
        switch (what) {
            case DRAG -> model.pan(35 * Math.sin(phase));
            case FLING -> {
                model.pan(speed);
                speed = speed < 1 ? 220 : speed * 0.94;
            }
            case WHEEL -> model.zoomAt(pointer, Math.sin(phase * 2) > 0 ? 1.25 : 0.8);
            case MAP -> {
                var view = model.viewportProperty().get();
                model.viewportProperty()
                        .set(view.startingAt(view.from() + view.length() / view.width() * Math.sin(phase) * 6));
            }
            case JUMP -> {
                var view = model.viewportProperty().get();
                model.viewportProperty().set(view.startingAt(random.nextDouble() * length));
            }
        }
        model.moveCursor(model.viewportProperty().get().sampleAt(pointer));
    }
}
