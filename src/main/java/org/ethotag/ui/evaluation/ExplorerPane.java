package org.ethotag.ui.evaluation;

import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.WindowMap;
import org.jspecify.annotations.Nullable;

/**
 * Windows as points. The wheel zooms, dragging draws a lasso, dragging with the other button moves. By keyboard a square
 * is moved with the arrows and sized with plus and minus; Enter lists what is in it.
 */
final class ExplorerPane extends Region {
    private static final double STEP = 12;
    private static final double FIRST_HALF = 40;
    private static final double LARGER = 1.25;
    private static final double PER_WHEEL = 0.0025;
    private static final int FEWEST_CORNERS = 3;

    private final ImageView image = new ImageView();
    private final Polygon outline = new Polygon();
    private final Consumer<int[]> listed;
    private @Nullable Scatter scatter;
    private @Nullable PointRaster raster;
    private int[] rows = new int[0];
    private IntUnaryOperator colour = _ -> 0;
    private Lasso lasso = new Lasso();
    private double lastX;
    private double lastY;
    private double half = FIRST_HALF;

    /** @param listed takes the points of a lasso, as places in what {@link #show} got */
    ExplorerPane(Consumer<int[]> listed) {
        this.listed = listed;
        setId("explorer");
        getStyleClass().add("explorer");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.of("compare.map.accessible"));
        outline.getStyleClass().add("lasso");
        outline.setManaged(false);
        outline.setMouseTransparent(true);
        getChildren().addAll(image, outline);
        setOnScroll(event -> {
            if (scatter != null) {
                scatter.zoom(Math.exp(event.getDeltaY() * PER_WHEEL), event.getX(), event.getY());
                draw();
            }
            event.consume();
        });
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnKeyPressed(this::key);
    }

    /**
     * Shows points.
     *
     * @param shown which points of the map, in the order in which they are drawn
     * @param rgb colour of each of those, by its place
     */
    void show(WindowMap map, int[] shown, IntUnaryOperator rgb, boolean keepView) {
        rows = shown;
        colour = rgb;
        if (!keepView || scatter == null) {
            scatter = new Scatter(map.projection());
            scatter.resize(getWidth(), getHeight());
        }
        clearLasso();
        draw();
    }

    private void clearLasso() {
        lasso = new Lasso();
        outline.getPoints().clear();
    }

    @Override
    protected void layoutChildren() {
        int width = Math.max(1, (int) getWidth());
        int height = Math.max(1, (int) getHeight());
        if (raster == null || raster.width() != width || raster.height() != height) {
            raster = new PointRaster(width, height);
            image.setImage(raster.image());
            lastX = width / 2.0;
            lastY = height / 2.0;
            if (scatter != null) {
                scatter.resize(width, height);
            }
            draw();
        }
    }

    private void draw() {
        PointRaster picture = raster;
        Scatter places = scatter;
        if (picture == null || places == null) {
            return;
        }
        picture.clear();
        for (int i = 0; i < rows.length; i++) {
            picture.point((int) places.x(rows[i]), (int) places.y(rows[i]), colour.applyAsInt(i));
        }
        picture.flush();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        if (event.getButton() == MouseButton.PRIMARY) {
            if (event.getClickCount() == 2 && scatter != null) {
                scatter.reset();
                draw();
            }
            clearLasso();
            add(event);
        }
    }

    private void add(MouseEvent event) {
        lasso.add(event.getX(), event.getY());
        outline.getPoints().addAll(event.getX(), event.getY());
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            add(event);
        } else if (scatter != null) {
            scatter.move(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
            draw();
        }
    }

    private void released(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && lasso.size() >= FEWEST_CORNERS) {
            list();
        }
    }

    private void list() {
        Scatter places = scatter;
        if (places != null) {
            var caught = lasso;
            listed.accept(IntStream.range(0, rows.length)
                    .filter(i -> caught.holds(places.x(rows[i]), places.y(rows[i])))
                    .toArray());
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> lastX -= STEP;
            case RIGHT -> lastX += STEP;
            case UP -> lastY -= STEP;
            case DOWN -> lastY += STEP;
            case PLUS, ADD, EQUALS -> half *= LARGER;
            case MINUS, SUBTRACT -> half /= LARGER;
            case ENTER, SPACE -> list();
            default -> {
                return;
            }
        }
        lasso = Lasso.square(lastX, lastY, half);
        outline.getPoints().clear();
        for (int corner = 0; corner < lasso.size(); corner++) {
            outline.getPoints().addAll(lasso.x(corner), lasso.y(corner));
        }
        event.consume();
    }
}
