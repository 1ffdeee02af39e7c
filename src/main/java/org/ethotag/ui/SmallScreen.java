package org.ethotag.ui;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;

/**
 * Keeps the window's content at its least size where the screen is smaller than that, as it is at 200 %: it is scrolled then, so
 * that nothing is out of reach. On other screens there is nothing in between.
 */
final class SmallScreen extends StackPane {
    SmallScreen(Region content, double leastWidth, double leastHeight) {
        if (width() >= leastWidth && height() >= leastHeight) {
            getChildren().add(content);
            return;
        }
        content.setMinSize(leastWidth, leastHeight);
        var pane = new ScrollPane(content);
        pane.getStyleClass().add("plain-scroll");
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setFocusTraversable(false);
        getChildren().add(pane);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(focused -> follow(pane, content, focused));
            }
        });
    }

    /** What the screen has room for, in the window's own lengths. */
    static double width() {
        return Screen.getPrimary().getVisualBounds().getWidth();
    }

    /** What the screen has room for, in the window's own lengths. */
    static double height() {
        return Screen.getPrimary().getVisualBounds().getHeight();
    }

    /** Scrolls no more than is needed to see what has the focus. */
    private static void follow(ScrollPane pane, Region content, Node focused) {
        if (focused == null || focused instanceof ScrollPane) {
            return;
        }
        var shown = pane.getViewportBounds();
        var at = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        pane.setHvalue(along(pane.getHvalue(), at.getMinX(), at.getMaxX(), shown.getWidth(), content.getWidth()));
        pane.setVvalue(along(pane.getVvalue(), at.getMinY(), at.getMaxY(), shown.getHeight(), content.getHeight()));
    }

    /** A place of the scroll bar, 0 to 1, at which {@code [from, to)} is seen, the nearest to where it is; what is larger than the view moves nothing. */
    static double along(double value, double from, double to, double shown, double whole) {
        double spare = whole - shown;
        if (spare <= 0) {
            return 0;
        }
        if (to - from > shown) {
            return value;
        }
        double start = value * spare;
        if (from < start) {
            start = from;
        } else if (to > start + shown) {
            start = to - shown;
        }
        return Math.clamp(start / spare, 0, 1);
    }
}
