package org.ethotag.ui.trace;

import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ethotag.label.Behaviour;
import org.ethotag.label.LabelTrack;
import org.ethotag.ui.control.Texts;

/** The whole recording in one strip, with its labels and a handle for what the trace shows. Drag it, or click beside. */
final class MapPane extends Region {
    private static final double LABEL_ROWS = 10;
    private static final double SMALLEST_HANDLE = 6;
    private static final double KEY_STEP = 0.25;
    private static final double PAGE_PART = 0.1;
    private static final double ZOOM = 1.25;
    private static final double FAINT = 0.5;

    private final TraceViewModel model;
    private final double gutter;
    private final ImageView picture = new ImageView();
    private final Region before = new Region();
    private final Region after = new Region();
    private final Region handle = new Region();
    private Raster raster = new Raster(1, 1);
    private double grabbedAt;

    MapPane(TraceViewModel model, double gutter) {
        this.model = model;
        this.gutter = gutter;
        picture.setManaged(false);
        for (Region part : new Region[] {before, after, handle}) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        before.getStyleClass().add("map-shade");
        after.getStyleClass().add("map-shade");
        handle.getStyleClass().add("map-handle");
        getChildren().addAll(picture, before, after, handle);
        setCursor(Cursor.HAND);
        getStyleClass().add("map-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SCROLL_BAR);
        setAccessibleText(Texts.of("trace.map.accessible"));
        setOnKeyPressed(this::key);
        setOnMousePressed(this::press);
        setOnMouseDragged(e -> moveTo(e.getX() - grabbedAt));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        double width = model.viewportProperty().get().width();
        switch (event.getCode()) {
            case LEFT -> model.pan(-width * KEY_STEP);
            case RIGHT -> model.pan(width * KEY_STEP);
            case PAGE_UP -> moveByPart(-PAGE_PART);
            case PAGE_DOWN -> moveByPart(PAGE_PART);
            case HOME -> moveByPart(-1);
            case END -> moveByPart(1);
            case UP, PLUS, EQUALS, ADD -> model.zoomAt(width / 2, ZOOM);
            case DOWN, MINUS, SUBTRACT -> model.zoomAt(width / 2, 1 / ZOOM);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** By a part of the whole recording. */
    private void moveByPart(double part) {
        var view = model.viewportProperty().get();
        model.viewportProperty().set(view.startingAt(view.from() + part * view.length()));
    }

    private void press(MouseEvent event) {
        double left = handle.getLayoutX();
        double width = handle.getWidth();
        boolean inside = event.getX() >= left && event.getX() <= left + width;
        grabbedAt = inside ? event.getX() - left : width / 2;
        moveTo(event.getX() - grabbedAt);
    }

    private void moveTo(double left) {
        var view = model.viewportProperty().get();
        double samplesPerPixel = view.length() / view.width();
        model.viewportProperty().set(view.startingAt((left - gutter) * samplesPerPixel));
    }

    /** @return whether all of it is as fine as it should be */
    boolean paint(Frame frame, LabelTrack track, Map<String, Behaviour> behaviours) {
        double plotWidth = frame.view().width();
        int width = frame.pixels(plotWidth);
        int height = frame.pixels(getHeight());
        if (raster.width() != width || raster.height() != height) {
            raster = new Raster(width, height);
            picture.setImage(raster.image());
            picture.setX(gutter);
            picture.setFitWidth(plotWidth);
            picture.setFitHeight(getHeight());
        }
        var palette = frame.palette();
        var values = frame.values();
        raster.clear(palette.laneAlternate());
        int labels = height - frame.pixels(LABEL_ROWS);
        var whole = TraceViewport.whole(plotWidth, frame.source().length());
        var painter = new LanePainter(raster, frame.source(), whole, frame.scale());
        boolean complete = true;
        for (Lane axis : List.of(Lane.X, Lane.Y, Lane.Z)) {
            complete &= axis.quantity()
                    .map(quantity -> painter.paint(
                            quantity, 0, labels, axis.low(values), axis.high(values), palette.line(axis), FAINT))
                    .orElse(true);
        }
        raster.rows(labels, height, palette.unlabelled());
        LabelDensity.of(track.bouts(), frame.source().length(), width)
                .paint(raster, labels, height, code -> RibbonPainter.rgb(behaviours, code));
        raster.flush();
        return complete;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        var view = model.viewportProperty().get();
        return switch (attribute) {
            case VALUE -> view.from();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> Math.max(0, view.length() - (view.to() - view.from()));
            case ORIENTATION -> Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    void showViewport(TraceViewport view) {
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        double pixelsPerSample = view.width() / Math.max(1, view.length());
        double left = gutter + view.from() * pixelsPerSample;
        double width = Math.min(view.width(), (view.to() - view.from()) * pixelsPerSample);
        double shown = Math.max(SMALLEST_HANDLE, width);
        double from = Math.clamp(left - (shown - width) / 2, gutter, gutter + view.width() - shown);
        before.resizeRelocate(gutter, 0, Math.max(0, from - gutter), getHeight());
        after.resizeRelocate(from + shown, 0, Math.max(0, gutter + view.width() - from - shown), getHeight());
        handle.resizeRelocate(from, 0, shown, getHeight());
    }
}
