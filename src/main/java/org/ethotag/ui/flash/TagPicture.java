package org.ethotag.ui.flash;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/** A drawing of a kind of tag, by the picture that its profile names; colours come from the style sheet. */
final class TagPicture extends StackPane {
    private static final double SIDE = 40;
    private static final double LARGE = 2.2;

    TagPicture(String picture, boolean large) {
        getStyleClass().add("tag-picture");
        var drawing = switch (picture) {
            case "collar" -> collar();
            case "ear" -> ear();
            case "virtual" -> laptop();
            default -> unknown();
        };
        if (large) {
            getStyleClass().add("large");
            drawing.setScaleX(LARGE);
            drawing.setScaleY(LARGE);
        }
        getChildren().add(drawing);
    }

    /** A strap with a box below. */
    private static Group collar() {
        return new Group(
                frame(),
                path("M4 14 C4 2 36 2 36 14 C36 24 28 28 20 28 C12 28 4 24 4 14 Z", "line"),
                box(11, 23, 18, 13),
                dot(20, 29));
    }

    /** A flag with its pin. */
    private static Group ear() {
        return new Group(
                frame(),
                path("M16 4 L24 4 L26 12 L35 17 L35 34 Q35 37 32 37 L8 37 Q5 37 5 34 L5 17 L14 12 Z", "body"),
                dot(20, 8),
                path("M12 27 L17 27 L20 21 L23 32 L26 27 L29 27", "line"));
    }

    /** A screen that plays a tag. */
    private static Group laptop() {
        return new Group(
                frame(), path("M7 8 L33 8 L33 27 L7 27 Z M3 31 L37 31", "line"), box(14, 12, 12, 11), dot(20, 17));
    }

    private static Group unknown() {
        return new Group(
                frame(), path("M8 8 L32 8 L32 32 L8 32 Z M14 8 L14 3 M26 8 L26 3 M14 37 L14 32 M26 37 L26 32", "line"));
    }

    private static Shape frame() {
        var frame = new Rectangle(SIDE, SIDE);
        frame.setOpacity(0);
        return frame;
    }

    private static Shape box(double x, double y, double width, double height) {
        var box = new Rectangle(x, y, width, height);
        box.setArcWidth(5);
        box.setArcHeight(5);
        box.getStyleClass().add("body");
        return box;
    }

    private static Shape dot(double x, double y) {
        var dot = new Circle(x, y, 2.4);
        dot.getStyleClass().add("glint");
        return dot;
    }

    private static Shape path(String content, String style) {
        var path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        return path;
    }
}
