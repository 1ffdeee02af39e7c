package org.ethotag.ui.trace;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;

/** The texts of the time axis: times in one row, dates in the next, the date of the left edge pinned there. */
final class AxisTexts {
    private static final double TICK_ROW = 11;
    private static final double DATE_ROW = 27;
    private static final double AFTER_TICK = 3;
    private static final double BETWEEN_DATES = 16;

    private final double gutter;
    private final double right;
    private final TextPool ticks = new TextPool("trace-tick");
    private final TextPool dates = new TextPool("trace-date");

    /** @param right free pixels right of the plot */
    AxisTexts(double gutter, double right) {
        this.gutter = gutter;
        this.right = right;
    }

    List<Node> nodes() {
        return List.of(ticks.group(), dates.group());
    }

    void write(TraceSource source, TraceViewport view, TraceAxis axis, double top) {
        ticks.begin();
        dates.begin();
        for (TraceAxis.Mark mark : axis.ticks()) {
            var text = ticks.add(mark.label(), gutter + mark.x() + AFTER_TICK, top + TICK_ROW, 0);
            text.setVisible(mark.x() + AFTER_TICK + text.getLayoutBounds().getWidth() <= view.width() + right);
        }
        var visible = view.visible();
        if (!visible.isEmpty()) {
            var locale = Locale.getDefault(Locale.Category.FORMAT);
            double free = date(TimeTexts.date(source.time().timeOf(visible.from()), source.zone(), locale), 0, top);
            for (TraceAxis.Mark mark : axis.days()) {
                if (gutter + mark.x() >= free) {
                    free = date(mark.label(), mark.x(), top);
                }
            }
        }
        ticks.end();
        dates.end();
    }

    /** @return where the next date may begin */
    private double date(String label, double x, double top) {
        var text = dates.add(label, gutter + x + AFTER_TICK, top + DATE_ROW, 0);
        return text.getX() + text.getLayoutBounds().getWidth() + BETWEEN_DATES;
    }
}
