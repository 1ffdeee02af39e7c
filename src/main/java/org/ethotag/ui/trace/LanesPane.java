package org.ethotag.ui.trace;

import java.util.Locale;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;

/** The three lanes of a trace with their grids: one picture, and texts of the values left of it. */
final class LanesPane extends Region {
    private static final double VALUE_TICKS_APART = 26;
    private static final int GAP_HALF_WIDTH = 3;
    private static final String[] AXIS_NAMES = {"X", "Y", "Z"};

    private final double gutter;
    private final ImageView picture = new ImageView();
    private final TextPool valueTexts = new TextPool("trace-tick");
    private final TextPool names = new TextPool("trace-axis-name");
    private Raster raster = new Raster(1, 1);

    LanesPane(double gutter) {
        this.gutter = gutter;
        picture.setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(picture, valueTexts.group(), names.group());
    }

    void paint(
            TraceSource source,
            TraceViewport view,
            ValueScale values,
            TraceAxis axis,
            TracePalette palette,
            double scale) {
        int width = (int) Math.max(1, Math.round(view.width() * scale));
        int height = (int) Math.max(1, Math.round(getHeight() * scale));
        if (raster.width() != width || raster.height() != height) {
            raster = new Raster(width, height);
            picture.setImage(raster.image());
            picture.setX(gutter);
            picture.setFitWidth(view.width());
            picture.setFitHeight(getHeight());
        }
        raster.clear(palette.background());
        valueTexts.begin();
        names.begin();
        var painter = new LanePainter(raster, source, view, scale);
        for (int lane = 0; lane < Samples.AXES; lane++) {
            int top = height * lane / Samples.AXES;
            int bottom = height * (lane + 1) / Samples.AXES;
            paintGround(lane, top, bottom, values, axis, palette, scale);
            double low = values.low(lane);
            painter.paint(lane, top, bottom, low, values.high(lane), palette.axis(lane), 1);
        }
        paintGaps(source, view, palette, scale);
        valueTexts.end();
        names.end();
        raster.flush();
    }

    private void paintGround(
            int lane, int top, int bottom, ValueScale values, TraceAxis axis, TracePalette palette, double scale) {
        int line = (int) Math.max(1, Math.round(scale));
        if (lane % 2 == 1) {
            raster.rows(top, bottom, palette.laneAlternate());
        }
        for (TraceAxis.Mark mark : axis.ticks()) {
            int x = (int) Math.round(mark.x() * scale);
            raster.rect(x, top, x + line, bottom, palette.grid());
        }
        for (TraceAxis.Mark mark : axis.days()) {
            int x = (int) Math.round(mark.x() * scale);
            raster.rect(x, top, x + line, bottom, palette.zeroLine());
        }
        double laneHeight = (bottom - top) / scale;
        double step = ValueTicks.step(values.spanG() * VALUE_TICKS_APART / Math.max(1, laneHeight));
        for (double value : ValueTicks.between(values.low(lane), values.high(lane), step)) {
            double y = LanePainter.yOf(value, values.low(lane), values.high(lane), top, bottom);
            int row = (int) Math.round(y);
            boolean zero = Math.abs(value) < step / 2;
            raster.rows(row, Math.min(bottom, row + line), zero ? palette.zeroLine() : palette.grid());
            if (y / scale > top / scale + 7 && y / scale < bottom / scale - 7) {
                valueTexts.add(number(value, step), gutter - 8, y / scale, 1);
            }
        }
        if (lane > 0) {
            raster.rows(top, top + line, palette.zeroLine());
        }
        var name = names.add(AXIS_NAMES[lane], 6, (top + bottom) / 2.0 / scale, 0);
        name.setFill(colour(palette.axis(lane)));
    }

    static javafx.scene.paint.Color colour(int rgb) {
        return javafx.scene.paint.Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static String number(double value, double step) {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.replace('-', '\u2212');
    }

    private void paintGaps(TraceSource source, TraceViewport view, TracePalette palette, double scale) {
        SampleRange visible = view.visible();
        if (source.stretches().size() < 2 || visible.isEmpty()) {
            return;
        }
        int from = source.stretchAt(visible.from());
        int to = source.stretchAt(visible.to() - 1);
        int half = to - from > 100 ? 0 : (int) Math.round(GAP_HALF_WIDTH * scale);
        for (int i = from + 1; i <= to; i++) {
            int x = (int) Math.round(view.xOfSample(source.stretches().get(i).from()) * scale);
            for (int column = x - half; column <= x + half; column++) {
                raster.column(column, 0, raster.height(), palette.gap(), column == x ? 0.9 : 0.18);
            }
        }
    }
}
