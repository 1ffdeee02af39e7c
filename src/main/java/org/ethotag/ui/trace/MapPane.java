package org.ethotag.ui.trace;

import java.util.Map;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ethotag.label.Behaviour;
import org.ethotag.label.LabelTrack;
import org.ethotag.signal.Samples;

/** The whole recording in one strip, with its labels and a handle for what the trace shows. Drag it, or click beside. */
final class MapPane extends Region {
    private static final double LABEL_ROWS = 6;
    private static final double SMALLEST_HANDLE = 6;
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
        setOnMousePressed(this::press);
        setOnMouseDragged(e -> moveTo(e.getX() - grabbedAt));
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

    void paint(
            TraceSource source,
            LabelTrack track,
            Map<String, Behaviour> behaviours,
            double plotWidth,
            ValueScale values,
            TracePalette palette,
            double scale) {
        int width = (int) Math.max(1, Math.round(plotWidth * scale));
        int height = (int) Math.max(1, Math.round(getHeight() * scale));
        if (raster.width() != width || raster.height() != height) {
            raster = new Raster(width, height);
            picture.setImage(raster.image());
            picture.setX(gutter);
            picture.setFitWidth(plotWidth);
            picture.setFitHeight(getHeight());
        }
        raster.clear(palette.laneAlternate());
        int labels = height - (int) Math.round(LABEL_ROWS * scale);
        var whole = TraceViewport.whole(plotWidth, source.length());
        var painter = new LanePainter(raster, source, whole, scale);
        for (int axis = 0; axis < Samples.AXES; axis++) {
            painter.paint(axis, 0, labels, values.low(axis), values.high(axis), palette.axis(axis), FAINT);
        }
        raster.rows(labels, height, palette.unlabelled());
        new RibbonPainter(raster, palette, 1000)
                .paint(track.bouts(), behaviours, 0, source.length() / (double) width, source.length(), labels, height);
        raster.flush();
    }

    void showViewport(TraceViewport view) {
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
