package org.ethotag.ui.quantization;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.ethotag.quantization.report.Histogram;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** Float values as bars, integers as steps over them; the height is the logarithm of the count. */
final class HistogramPane extends Region {
    private static final double AXIS = 16;

    private final Label from = new Label();
    private final Label to = new Label();
    private @Nullable Histogram histogram;

    HistogramPane() {
        getStyleClass().add("histogram");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        from.getStyleClass().addAll("text-small", "text-muted");
        to.getStyleClass().addAll("text-small", "text-muted");
    }

    void show(@Nullable Histogram shown) {
        histogram = shown;
        getChildren().clear();
        if (shown != null) {
            for (int bin = shown.first(); bin < shown.last(); bin++) {
                getChildren().addAll(bar("histogram-float"), bar("histogram-fixed"));
            }
            from.setText(Numbers.fixed(shown.from(shown.first()), 3));
            to.setText(Numbers.fixed(shown.from(shown.last()), 3));
            getChildren().addAll(from, to);
            setAccessibleText(Texts.of("quantize.histogram.says", from.getText(), to.getText()));
        }
        requestLayout();
    }

    private static Region bar(String style) {
        var bar = new Region();
        bar.getStyleClass().add(style);
        return bar;
    }

    @Override
    protected void layoutChildren() {
        if (histogram == null) {
            return;
        }
        int first = histogram.first();
        int bins = histogram.last() - first;
        double height = Math.max(1, getHeight() - AXIS);
        double width = getWidth() / bins;
        double most = Math.log1p(histogram.largest());
        for (int i = 0; i < bins; i++) {
            double exact = height * Math.log1p(histogram.exact(first + i)) / most;
            double fixed = height * Math.log1p(histogram.fixed(first + i)) / most;
            getChildren().get(2 * i).resizeRelocate(i * width, height - exact, Math.max(1, width - 1), exact);
            getChildren().get(2 * i + 1).resizeRelocate(i * width, height - fixed, Math.max(1, width - 1), fixed);
        }
        from.resizeRelocate(0, height, from.prefWidth(-1), AXIS);
        double wide = to.prefWidth(-1);
        to.resizeRelocate(getWidth() - wide, height, wide, AXIS);
    }
}
