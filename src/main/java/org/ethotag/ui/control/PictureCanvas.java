package org.ethotag.ui.control;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.ethotag.picture.Mark;
import org.ethotag.picture.Mark.Box;
import org.ethotag.picture.Mark.Dot;
import org.ethotag.picture.Mark.Line;
import org.ethotag.picture.Mark.Words;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.jspecify.annotations.Nullable;

/** Shows a picture, and what a mark stands for under the mouse. */
public final class PictureCanvas extends Pane {
    private static final Duration SOON = Duration.millis(150);
    private static final double REACH = 2;
    private static final double TALLEST_TEXT = 20;
    /** Of a canvas that is not inside a scroll pane. */
    private static final double LARGEST = 4096;

    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private Picture picture = new Picture("", 0, 0, List.of());
    private Tones tones = Tones.light();
    private @Nullable ScrollPane pane;

    public PictureCanvas() {
        getStyleClass().add("picture-canvas");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        tooltip.setShowDelay(SOON);
        canvas.setOnMouseMoved(event -> hint(event.getX() + canvas.getLayoutX(), event.getY() + canvas.getLayoutY()));
        canvas.setOnMouseExited(_ -> Tooltip.uninstall(canvas, tooltip));
    }

    /** Draws only what a scroll pane has in sight: a picture may be taller than any canvas. */
    public void inside(ScrollPane scroll) {
        pane = scroll;
        scroll.viewportBoundsProperty().subscribe(this::redraw);
        scroll.vvalueProperty().subscribe(this::redraw);
        scroll.hvalueProperty().subscribe(this::redraw);
    }

    /** Shows another picture in these colours. */
    public void show(Picture other, Tones colours) {
        picture = other;
        tones = colours;
        setAccessibleText(other.title());
        setMinSize(other.width(), other.height());
        setPrefSize(other.width(), other.height());
        setMaxSize(other.width(), other.height());
        redraw();
    }

    private void redraw() {
        var sight = sight();
        canvas.relocate(sight.getMinX(), sight.getMinY());
        canvas.setWidth(sight.getWidth());
        canvas.setHeight(sight.getHeight());
        var context = canvas.getGraphicsContext2D();
        context.setTransform(1, 0, 0, 1, -sight.getMinX(), -sight.getMinY());
        context.setFontSmoothingType(FontSmoothingType.GRAY);
        draw(context, new Box(0, 0, picture.width(), picture.height(), Tones.GROUND, ""));
        double top = sight.getMinY() - TALLEST_TEXT;
        double bottom = sight.getMaxY() + TALLEST_TEXT;
        for (Mark mark : picture.marks()) {
            if (isBetween(mark, top, bottom)) {
                draw(context, mark);
            }
        }
    }

    /** The part of the picture that is seen. */
    private Rectangle2D sight() {
        if (pane == null) {
            return new Rectangle2D(0, 0, picture.width(), Math.min(picture.height(), LARGEST));
        }
        var view = pane.getViewportBounds();
        double width = Math.min(picture.width(), view.getWidth());
        double height = Math.min(picture.height(), view.getHeight());
        return new Rectangle2D(
                pane.getHvalue() * (picture.width() - width),
                pane.getVvalue() * (picture.height() - height),
                width,
                height);
    }

    private static boolean isBetween(Mark mark, double top, double bottom) {
        return switch (mark) {
            case Box box -> box.y() < bottom && box.y() + box.height() > top;
            case Dot dot -> dot.y() < bottom && dot.y() > top;
            case Line line -> Math.min(line.fromY(), line.toY()) < bottom && Math.max(line.fromY(), line.toY()) > top;
            case Words words -> words.y() < bottom && words.y() > top;
        };
    }

    /** What is shown. */
    public Picture picture() {
        return picture;
    }

    private void draw(GraphicsContext context, Mark mark) {
        switch (mark) {
            case Box(double x, double y, double width, double height, String colour, String _) -> {
                context.setFill(Color.web(tones.of(colour)));
                context.fillRect(x, y, width, height);
            }
            case Dot(double x, double y, double radius, String colour, String _) -> {
                context.setFill(Color.web(tones.of(colour)));
                context.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            }
            case Line(double fromX, double fromY, double toX, double toY, double width, String colour) -> {
                context.setStroke(Color.web(tones.of(colour)));
                context.setLineWidth(width);
                context.strokeLine(fromX, fromY, toX, toY);
            }
            case Words words -> draw(context, words);
        }
    }

    private void draw(GraphicsContext context, Words words) {
        context.setFill(Color.web(tones.of(words.colour())));
        context.setFont(Font.font(
                Font.getDefault().getFamily(), words.bold() ? FontWeight.BOLD : FontWeight.NORMAL, words.size()));
        context.setTextBaseline(VPos.BASELINE);
        context.setTextAlign(
                switch (words.side()) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        context.fillText(words.text(), words.x(), words.y());
    }

    private void hint(double x, double y) {
        var text = hintAt(x, y);
        if (text.isEmpty()) {
            Tooltip.uninstall(canvas, tooltip);
        } else if (!text.equals(tooltip.getText()) || !tooltip.isShowing()) {
            tooltip.setText(text);
            Tooltip.install(canvas, tooltip);
        }
    }

    /** What the foremost mark at a place stands for; empty if there is none. */
    String hintAt(double x, double y) {
        for (Mark mark : picture.marks().reversed()) {
            var hint = switch (mark) {
                case Box box -> isInside(box, x, y) ? box.hint() : "";
                case Dot dot -> Math.hypot(dot.x() - x, dot.y() - y) <= dot.radius() + REACH ? dot.hint() : "";
                case Line _, Words _ -> "";
            };
            if (!hint.isEmpty()) {
                return hint;
            }
        }
        return "";
    }

    private static boolean isInside(Box box, double x, double y) {
        return x >= box.x() && x < box.x() + box.width() && y >= box.y() && y < box.y() + box.height();
    }
}
