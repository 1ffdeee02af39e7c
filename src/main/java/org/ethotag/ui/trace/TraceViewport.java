package org.ethotag.ui.trace;

import org.ethotag.signal.SampleRange;

/**
 * Which part of a recording is on the screen. Positions are samples with their fraction: sample {@code n} covers
 * {@code [n, n + 1)}.
 *
 * @param from position of the left edge, 0 to length
 * @param samplesPerPixel width of a pixel, above 0
 * @param width of the plot in pixels, above 0
 * @param length samples of the recording
 */
public record TraceViewport(double from, double samplesPerPixel, double width, long length) {
    /** Closer than this there is nothing more to see. */
    private static final double MOST_PIXELS_PER_SAMPLE = 48;

    /** The whole recording. */
    public static TraceViewport whole(double width, long length) {
        return new TraceViewport(0, Math.max(1, length) / width, width, length);
    }

    /** Position of the right edge. */
    public double to() {
        return from + width * samplesPerPixel;
    }

    /** The position under a pixel. */
    public double positionAt(double x) {
        return from + x * samplesPerPixel;
    }

    /** The sample under a pixel, kept inside the recording. */
    public long sampleAt(double x) {
        return Math.clamp((long) Math.floor(positionAt(x)), 0, Math.max(0, length - 1));
    }

    /** The pixel of a position. */
    public double xOf(double position) {
        return (position - from) / samplesPerPixel;
    }

    /** The pixel at which a sample begins. */
    public double xOfSample(long sample) {
        return xOf((double) sample);
    }

    /** The samples that are at least partly visible. */
    public SampleRange visible() {
        long first = Math.clamp((long) Math.floor(from), 0, length);
        return new SampleRange(first, Math.clamp((long) Math.ceil(to()), first, length));
    }

    /** Whether all of the recording is visible. */
    public boolean showsWhole() {
        return width * samplesPerPixel >= length;
    }

    /** Magnified by {@code factor} with the position under {@code x} kept there, as far as the ends allow. */
    public TraceViewport zoomedAt(double x, double factor) {
        double scale = clampScale(samplesPerPixel / factor);
        return at(positionAt(x) - x * scale, scale);
    }

    /** Moved to the right by pixels. */
    public TraceViewport pannedBy(double pixels) {
        return at(from + pixels * samplesPerPixel, samplesPerPixel);
    }

    /** With the left edge at a position, as far as the ends allow. */
    public TraceViewport startingAt(double position) {
        return at(position, samplesPerPixel);
    }

    /** With a position in the middle, as far as the ends allow. */
    public TraceViewport centredOn(double position) {
        return at(position - width * samplesPerPixel / 2, samplesPerPixel);
    }

    /** A range with some room on both sides. */
    public TraceViewport showing(SampleRange range) {
        double room = Math.max(1, range.length() * 0.1);
        double scale = clampScale((range.length() + 2 * room) / width);
        return at((range.from() + range.to()) / 2.0 - width * scale / 2, scale);
    }

    /** In a window of another width: a whole recording stays whole, everything else keeps left edge and scale. */
    public TraceViewport resized(double newWidth) {
        if (showsWhole()) {
            return whole(newWidth, length);
        }
        var resized = new TraceViewport(from, samplesPerPixel, newWidth, length);
        return resized.at(from, resized.clampScale(samplesPerPixel));
    }

    private double clampScale(double scale) {
        double widest = Math.max(1, length) / width;
        return Math.clamp(scale, Math.min(widest, 1 / MOST_PIXELS_PER_SAMPLE), widest);
    }

    private TraceViewport at(double position, double scale) {
        double last = Math.max(0, length - width * scale);
        return new TraceViewport(Math.clamp(position, 0, last), scale, width, length);
    }
}
