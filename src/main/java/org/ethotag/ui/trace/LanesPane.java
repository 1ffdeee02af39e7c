package org.ethotag.ui.trace;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.ethotag.language.Messages;
import org.ethotag.signal.Quantity;
import org.ethotag.signal.SampleRange;

/** The lanes of a trace with their grids: one picture, names in it, and values left of it. */
final class LanesPane extends Region {
    private static final double VALUE_TICKS_APART = 26;
    private static final int GAP_HALF_WIDTH = 3;
    private static final double NAME_ROOM = 18;
    private static final double NAME_BELOW_TOP = 11;
    private static final double NAME_LEFT = 8;
    private static final double NAME_AROUND = 4;
    /** What lies under a name is still seen a little. */
    private static final double NAME_GROUND = 0.75;

    private static final double ANGLE_TICKS_APART = 15;

    private final double gutter;
    private final ImageView picture = new ImageView();
    private final TextPool valueTexts = new TextPool("trace-tick");
    private final TextPool names = new TextPool("trace-axis-name");
    private final float[] here = new float[1];
    private Raster raster = new Raster(1, 1);

    LanesPane(double gutter) {
        this.gutter = gutter;
        picture.setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(picture, valueTexts.group(), names.group());
    }

    /** @return whether all of it is as fine as it should be */
    boolean paint(Frame frame, SpectrogramImage spectrogram) {
        int width = frame.pixels(frame.view().width());
        int height = frame.pixels(getHeight());
        if (raster.width() != width || raster.height() != height) {
            raster = new Raster(width, height);
            picture.setImage(raster.image());
            picture.setX(gutter);
            picture.setFitWidth(frame.view().width());
            picture.setFitHeight(getHeight());
        }
        raster.clear(frame.palette().background());
        valueTexts.begin();
        names.begin();
        var painter = new LanePainter(raster, frame.source(), frame.view(), frame.scale());
        boolean complete = true;
        var strips = LaneStrip.of(frame.lanes(), height);
        for (int i = 0; i < strips.size(); i++) {
            var strip = strips.get(i);
            if (i % 2 == 1) {
                raster.rows(strip.top(), strip.bottom(), frame.palette().laneAlternate());
            }
            complete &= strip.lane()
                    .quantity()
                    .map(quantity -> paintLine(painter, strip, quantity, frame))
                    .orElseGet(() -> paintSpectrogram(spectrogram, strip, frame));
            if (i > 0) {
                raster.rows(
                        strip.top(),
                        strip.top() + frame.pixels(1),
                        frame.palette().zeroLine());
            }
        }
        paintGaps(frame);
        valueTexts.end();
        names.end();
        raster.flush();
        return complete;
    }

    private boolean paintSpectrogram(SpectrogramImage spectrogram, LaneStrip strip, Frame frame) {
        spectrogram.paint(raster, strip, frame);
        for (var tick : spectrogram.ticks(strip, frame.scale())) {
            valueTexts.add(tick.label(), gutter - 8, tick.y(), 1);
        }
        name(strip, frame, spectrogram.caption(), frame.palette().onSpectrum());
        return true;
    }

    private boolean paintLine(LanePainter painter, LaneStrip strip, Quantity quantity, Frame frame) {
        paintGround(strip, quantity, frame);
        double low = strip.lane().low(frame.values());
        double high = strip.lane().high(frame.values());
        int rgb = frame.palette().line(strip.lane());
        boolean complete = painter.paint(quantity, strip.top(), strip.bottom(), low, high, rgb, 1);
        name(strip, frame, caption(strip.lane(), quantity, frame), rgb);
        return complete;
    }

    /** The name of a lane; of a derived one the value at the cursor too, for which the line above has no room. */
    private String caption(Lane lane, Quantity quantity, Frame frame) {
        if (quantity.isAxis() || !frame.source().tiles().valueAt(quantity, frame.cursor(), here)) {
            return lane.shortName();
        }
        String value = Float.isNaN(here[0])
                ? "\u2013"
                : String.format(
                        Messages.locale(), quantity.unit() == Quantity.Unit.G ? "%.3f g" : "%.0f\u00b0", here[0]);
        return lane.shortName() + "   " + value.replace('-', '\u2212');
    }

    private void name(LaneStrip strip, Frame frame, String text, int rgb) {
        double top = strip.top() / frame.scale();
        boolean axis = strip.lane().quantity().map(Quantity::isAxis).orElse(false);
        double middle = (strip.top() + strip.bottom()) / 2.0 / frame.scale();
        double y = axis ? middle : top + NAME_BELOW_TOP;
        if (strip.height() / frame.scale() >= NAME_ROOM) {
            var name = axis ? names.add(text, 6, y, 0) : names.add(text, gutter + NAME_LEFT, y, 0);
            name.setFill(colour(rgb));
            if (!axis) {
                double right = (NAME_LEFT + name.getLayoutBounds().getWidth() + NAME_AROUND) * frame.scale();
                int ground = strip.lane() == Lane.SPECTROGRAM
                        ? SpectrumColours.at(0)
                        : frame.palette().background();
                raster.shade(
                        frame.pixels(NAME_LEFT - NAME_AROUND),
                        strip.top() + frame.pixels(2),
                        (int) Math.round(right),
                        strip.top() + frame.pixels(NAME_ROOM + 1),
                        ground,
                        NAME_GROUND);
            }
        }
    }

    private void paintGround(LaneStrip strip, Quantity quantity, Frame frame) {
        var palette = frame.palette();
        double scale = frame.scale();
        int line = frame.pixels(1);
        for (TraceAxis.Mark mark : frame.axis().ticks()) {
            int x = (int) Math.round(mark.x() * scale);
            raster.rect(x, strip.top(), x + line, strip.bottom(), palette.grid());
        }
        for (TraceAxis.Mark mark : frame.axis().days()) {
            int x = (int) Math.round(mark.x() * scale);
            raster.rect(x, strip.top(), x + line, strip.bottom(), palette.zeroLine());
        }
        double low = strip.lane().low(frame.values());
        double high = strip.lane().high(frame.values());
        double laneHeight = strip.height() / scale;
        boolean angle = quantity.unit() == Quantity.Unit.DEGREE;
        double apart = angle ? ANGLE_TICKS_APART : VALUE_TICKS_APART;
        double atLeast = (high - low) * apart / Math.max(1, laneHeight);
        double step = angle ? ValueTicks.angle(atLeast) : ValueTicks.step(atLeast);
        for (double value : ValueTicks.between(low, high, step)) {
            double y = LanePainter.yOf(value, low, high, strip.top(), strip.bottom());
            int row = (int) Math.round(y);
            boolean zero = Math.abs(value) < step / 2;
            raster.rows(row, Math.min(strip.bottom(), row + line), zero ? palette.zeroLine() : palette.grid());
            if (y > strip.top() + 7 * scale && y < strip.bottom() - 7 * scale) {
                valueTexts.add(number(value, step), gutter - 8, y / scale, 1);
            }
        }
    }

    static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static String number(double value, double step) {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        String text = String.format(Messages.locale(), "%." + decimals + "f", value);
        return text.replace('-', '\u2212');
    }

    private void paintGaps(Frame frame) {
        var source = frame.source();
        var palette = frame.palette();
        SampleRange visible = frame.view().visible();
        if (source.stretches().size() < 2 || visible.isEmpty()) {
            return;
        }
        int from = source.stretchAt(visible.from());
        int to = source.stretchAt(visible.to() - 1);
        int half = to - from > 100 ? 0 : (int) Math.round(GAP_HALF_WIDTH * frame.scale());
        int last = Integer.MIN_VALUE;
        for (int i = from + 1; i <= to; i++) {
            int x = (int)
                    Math.round(frame.view().xOfSample(source.stretches().get(i).from()) * frame.scale());
            if (x == last) {
                continue; // thousands of gaps need no more columns than the screen has
            }
            last = x;
            for (int column = x - half; column <= x + half; column++) {
                raster.column(column, 0, raster.height(), palette.gap(), column == x ? 0.9 : 0.18);
            }
        }
    }
}
