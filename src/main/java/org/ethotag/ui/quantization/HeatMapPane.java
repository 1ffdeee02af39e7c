package org.ethotag.ui.quantization;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.ethotag.quantization.EdgeName;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** Gates over time in colours. A click or the arrow keys choose a gate and a time step. */
final class HeatMapPane extends Region {
    private static final double NAMES = 168;
    private static final int ROW = 22;
    private static final double TICKS = 18;
    private static final int TICK_COUNT = 5;
    /** From dark to bright, told apart in both themes and without colour vision. */
    private static final List<Color> COLOURS = List.of(
            Color.web("#2a1457"),
            Color.web("#3b528b"),
            Color.web("#21918c"),
            Color.web("#5ec962"),
            Color.web("#fde725"));

    private final ObjectProperty<EdgeName> edge;
    private final ObjectProperty<Integer> column;
    private final ImageView image = new ImageView();
    private final Region mark = new Region();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private @Nullable HeatMap map;

    HeatMapPane(ObjectProperty<EdgeName> edge, ObjectProperty<Integer> column) {
        this.edge = edge;
        this.column = column;
        setId("heat-map");
        getStyleClass().add("heat-map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        mark.getStyleClass().add("heat-mark");
        mark.setMouseTransparent(true);
        getChildren().addAll(image, mark);
        edge.subscribe(this::choose);
        column.subscribe(this::choose);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::pressed);
        setOnKeyPressed(this::key);
    }

    void show(@Nullable HeatMap shown) {
        map = shown;
        getChildren().removeAll(names);
        getChildren().removeAll(ticks);
        names.clear();
        ticks.clear();
        image.setImage(null);
        if (shown != null) {
            shown.rows()
                    .forEach(row ->
                            names.add(label(QuantizationTexts.edge(row.edge().name()), "heat-name")));
            for (int i = 0; i < TICK_COUNT; i++) {
                int step = i * (shown.columns() - 1) / (TICK_COUNT - 1);
                ticks.add(label(i == 0 ? Texts.of("quantize.time.first", step) : String.valueOf(step), "heat-tick"));
            }
        }
        getChildren().addAll(names);
        getChildren().addAll(ticks);
        choose();
        requestLayout();
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-small", style);
        label.setMouseTransparent(true);
        return label;
    }

    /** Drawn at its size on screen: a picture that is stretched would be blurred. */
    private static WritableImage picture(HeatMap map, int width) {
        var picture = new WritableImage(width, ROW * map.rows().size());
        var writer = picture.getPixelWriter();
        for (int row = 0; row < map.rows().size(); row++) {
            for (int x = 0; x < width; x++) {
                var colour = colour(map.share(row, (int) ((long) x * map.columns() / width)));
                for (int y = 0; y < ROW - 1; y++) {
                    writer.setColor(x, ROW * row + y, colour);
                }
            }
        }
        return picture;
    }

    /** @param share 0 to 1, or NaN for nothing */
    static Color colour(double share) {
        if (Double.isNaN(share)) {
            return Color.TRANSPARENT;
        }
        double place = share * (COLOURS.size() - 1);
        int below = (int) Math.min(COLOURS.size() - 2.0, Math.floor(place));
        return COLOURS.get(below).interpolate(COLOURS.get(below + 1), place - below);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (map == null || map.rows().isEmpty()) {
            return;
        }
        int row = Math.clamp((int) (event.getY() / ROW), 0, map.rows().size() - 1);
        double across = (event.getX() - NAMES) / cellWidth();
        edge.set(map.rows().get(row).edge().name());
        column.set(event.getX() < NAMES ? -1 : Math.clamp((int) across, 0, map.columns() - 1));
    }

    private void key(KeyEvent event) {
        if (map == null || map.rows().isEmpty()) {
            return;
        }
        int row = Math.max(0, row());
        int rows = map.rows().size();
        KeyCode code = event.getCode();
        switch (code) {
            case LEFT -> column.set(Math.max(-1, column.get() - 1));
            case RIGHT -> column.set(Math.min(map.columns() - 1, column.get() + 1));
            case UP -> edge.set(map.rows().get(Math.max(0, row - 1)).edge().name());
            case DOWN ->
                edge.set(map.rows().get(Math.min(rows - 1, row + 1)).edge().name());
            case ESCAPE -> column.set(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int row() {
        if (map == null) {
            return -1;
        }
        for (int row = 0; row < map.rows().size(); row++) {
            if (map.rows().get(row).edge().name() == edge.get()) {
                return row;
            }
        }
        return -1;
    }

    private void choose() {
        int row = row();
        mark.setVisible(map != null && row >= 0);
        if (map != null && row >= 0) {
            int step = column.get();
            String where = step < 0 ? Texts.of("quantize.time.all") : Texts.of("quantize.time.step", step);
            String value = step < 0 ? "" : map.quantity().text(map.value(row, step));
            setAccessibleText(QuantizationTexts.edge(map.rows().get(row).edge().name()) + ", " + where + " " + value);
        }
        requestLayout();
    }

    private double cellWidth() {
        return map == null ? 1 : Math.max(1, getWidth() - NAMES) / map.columns();
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = map == null ? 9 : map.rows().size();
        return rows * ROW + TICKS;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (map == null) {
            return;
        }
        int rows = map.rows().size();
        double width = Math.max(1, getWidth() - NAMES);
        var drawn = image.getImage();
        if (drawn == null || drawn.getWidth() != (int) width) {
            image.setImage(picture(map, (int) width));
        }
        image.relocate(NAMES, 0);
        for (int row = 0; row < names.size(); row++) {
            names.get(row).resizeRelocate(0, row * ROW, NAMES, ROW);
        }
        for (int i = 0; i < ticks.size(); i++) {
            var tick = ticks.get(i);
            double wide = tick.prefWidth(-1);
            double x = NAMES + i * width / (TICK_COUNT - 1.0) - (i == 0 ? 0 : i == TICK_COUNT - 1 ? wide : wide / 2);
            tick.resizeRelocate(x, rows * ROW, wide, TICKS);
        }
        int step = column.get();
        double cell = cellWidth();
        double from = step < 0 ? 0 : Math.max(0, step * cell - 1);
        mark.resizeRelocate(NAMES + from, row() * ROW, step < 0 ? width : Math.max(5, cell + 2), ROW);
    }
}
