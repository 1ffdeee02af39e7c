package org.ethotag.ui.trace;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.ethotag.signal.SampleRange;

/** What lies over the lanes: the selection, what the next label would cover, the cursor, and the mouse with its bubble. */
final class TraceMarks {
    private static final double OVER_RIBBON = 2;
    private static final double CURSOR_WIDTH = 2;
    private static final double BUBBLE_RIGHT = 12;
    private static final double BUBBLE_ABOVE = 10;
    private static final double EDGE = 4;

    private final double gutter;
    private final Region selected = part("trace-selection");
    private final Region target = part("trace-target");
    private final Region cursorLine = part("trace-cursor");
    private final Region hoverLine = part("trace-hover");
    private final Label bubble = new Label();

    TraceMarks(double gutter) {
        this.gutter = gutter;
        bubble.getStyleClass().add("trace-bubble");
        bubble.setManaged(false);
        bubble.setMouseTransparent(true);
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        part.setMouseTransparent(true);
        return part;
    }

    /** From the lowest to the highest. */
    List<Node> nodes() {
        return List.of(selected, target, hoverLine, cursorLine, bubble);
    }

    /**
     * Places all but the mouse.
     *
     * @param top of the lanes
     * @param bottom of the ribbons
     * @param ribbonTop of the ribbon that is edited
     */
    void place(TraceViewModel model, double top, double bottom, double ribbonTop, double ribbonHeight) {
        var view = model.viewportProperty().get();
        place(selected, model.selectionProperty().get(), view, top, bottom - top);
        place(target, model.targetProperty().get(), view, ribbonTop - OVER_RIBBON, ribbonHeight + 2 * OVER_RIBBON);
        double x = view.xOfSample(model.cursorProperty().get());
        cursorLine.setVisible(x >= 0 && x <= view.width());
        cursorLine.resizeRelocate(gutter + Math.rint(x) - 1, top, CURSOR_WIDTH, bottom - top);
    }

    private void place(Region mark, SampleRange range, TraceViewport view, double top, double height) {
        double left = Math.clamp(view.xOfSample(range.from()), 0, view.width());
        double right = Math.clamp(view.xOfSample(range.to()), 0, view.width());
        mark.setVisible(!range.isEmpty() && right > left);
        mark.resizeRelocate(gutter + Math.rint(left), top, Math.max(1, Math.rint(right - left)), height);
    }

    /** The line under the mouse. */
    void placeHover(boolean visible, double x, double top, double bottom) {
        hoverLine.setVisible(visible);
        hoverLine.resizeRelocate(Math.floor(x), top, 1, bottom - top);
    }

    /** What is said at the mouse; nothing if empty. */
    void say(String text, double x, double y, double top, double width) {
        bubble.setVisible(!text.isEmpty());
        bubble.setText(text);
        if (!text.isEmpty()) {
            bubble.autosize();
            double left = Math.clamp(x + BUBBLE_RIGHT, 0, Math.max(0, width - bubble.getWidth() - EDGE));
            bubble.relocate(left, Math.max(top, y - bubble.getHeight() - BUBBLE_ABOVE));
        }
    }
}
