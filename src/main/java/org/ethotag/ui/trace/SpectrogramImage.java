package org.ethotag.ui.trace;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.language.Messages;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Spectrogram;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Draws the spectrogram that was computed last. While the view moves on, it is drawn where its samples are now, until the
 * next one is there. FX thread only.
 */
final class SpectrogramImage {
    private static final double TICKS_APART = 22;
    private static final int SCALE_WIDTH = 84;
    private static final int SCALE_HEIGHT = 8;

    private @Nullable Spectrogram shown;
    private DecibelScale range = DecibelScale.UNKNOWN;
    private double nyquist = 1;
    private double rateHz = 2;

    /** A value beside the lane; y in pixels of the layout from the top of the lanes. */
    record Tick(double y, String label) {}

    void show(@Nullable Spectrogram spectrogram, DecibelScale scale, SampleRate rate) {
        shown = spectrogram;
        range = scale;
        rateHz = rate.hertz();
        nyquist = rateHz / 2;
    }

    void paint(Raster raster, LaneStrip strip, Frame frame) {
        Spectrogram picture = shown;
        raster.rows(strip.top(), strip.bottom(), frame.palette().unlabelled());
        if (picture == null || picture.decibel().length == 0) {
            return;
        }
        double perColumn = frame.view().samplesPerPixel() * frame.view().width() / raster.width();
        int bins = picture.decibel()[0].length;
        int[] binOfRow = new int[strip.height()];
        for (int row = 0; row < binOfRow.length; row++) {
            double part = 1 - (row + 0.5) / binOfRow.length;
            binOfRow[row] = Math.clamp(Math.round(part * (bins - 1)), 0, bins - 1);
        }
        for (int x = 0; x < raster.width(); x++) {
            double position = frame.view().from() + (x + 0.5) * perColumn;
            int column = (int) Math.floor((position - picture.from()) / picture.samplesPerColumn());
            if (column >= 0 && column < picture.decibel().length && !Float.isNaN(picture.decibel()[column][0])) {
                paintColumn(raster, x, strip, picture.decibel()[column], binOfRow);
            }
        }
        paintScale(raster, strip, frame);
    }

    private void paintColumn(Raster raster, int x, LaneStrip strip, float[] decibel, int[] binOfRow) {
        for (int row = 0; row < binOfRow.length; row++) {
            raster.set(x, strip.top() + row, SpectrumColours.at(range.part(decibel[binOfRow[row]])));
        }
    }

    /** The colours from quiet to loud, in the lane's upper right corner. */
    private static void paintScale(Raster raster, LaneStrip strip, Frame frame) {
        int width = frame.pixels(SCALE_WIDTH);
        int left = raster.width() - width - frame.pixels(10);
        int top = strip.top() + frame.pixels(7);
        raster.rect(left - 1, top - 1, left + width + 1, top + frame.pixels(SCALE_HEIGHT) + 1, 0xffffff);
        for (int x = 0; x < width; x++) {
            raster.rect(
                    left + x,
                    top,
                    left + x + 1,
                    top + frame.pixels(SCALE_HEIGHT),
                    SpectrumColours.at((float) x / (width - 1)));
        }
    }

    /** Frequencies beside the lane. */
    List<Tick> ticks(LaneStrip strip, double scale) {
        double step = ValueTicks.step(nyquist * TICKS_APART / Math.max(1, strip.height() / scale));
        var ticks = new ArrayList<Tick>();
        for (double hertz : ValueTicks.between(0, nyquist, step)) {
            double y = LanePainter.yOf(hertz, 0, nyquist, strip.top(), strip.bottom()) / scale;
            if (y > strip.top() / scale + 7 && y < strip.bottom() / scale - 7) {
                String number =
                        step < 1 ? String.format(Messages.locale(), "%.1f", hertz) : String.valueOf(Math.round(hertz));
                ticks.add(new Tick(y, number + " Hz"));
            }
        }
        return ticks;
    }

    /** What is shown and how it was made. */
    String caption() {
        Spectrogram picture = shown;
        if (picture == null) {
            return Texts.of("trace.spectrum.waiting");
        }
        var plan = picture.plan();
        String window = String.format(Messages.locale(), "%.1f", plan.windowSamples() / rateHz);
        double hop = plan.perColumn() == 1 ? picture.samplesPerColumn() : plan.hopSamples();
        double overlap = 1 - hop / plan.windowSamples();
        String covering = overlap >= 0
                ? Texts.of("trace.spectrum.overlap", Math.round(100 * overlap))
                : Texts.of("trace.spectrum.sampled", plan.perColumn());
        return Texts.of(
                "trace.spectrum.caption",
                plan.windowSamples(),
                window,
                covering,
                Math.round(range.low()),
                Math.round(range.high()));
    }
}
