package org.ethotag.ui.tour;

import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A ring around the control that the step talks about, or around the way to its page. Lies over the window, lets every
 * click through, and is still while nothing moves.
 */
public final class TourRing extends Pane {
    private static final double AROUND = 4;

    /** Frames between two looks for the control: pages are made when they are first seen. */
    private static final int BETWEEN_LOOKS = 12;

    private final TourViewModel model;
    private final Region ring = new Region();
    private final AnimationTimer follower = new AnimationTimer() {
        @Override
        public void handle(long now) {
            follow();
        }
    };
    private @Nullable Node target;
    private int frame;

    public TourRing(TourViewModel model) {
        this.model = model;
        setMouseTransparent(true);
        setFocusTraversable(false);
        ring.setId("tour-ring");
        ring.getStyleClass().add("tour-ring");
        ring.setManaged(false);
        ring.setVisible(false);
        getChildren().add(ring);
        visibleProperty().bind(model.openProperty());
        model.openProperty().subscribe(open -> {
            if (open) {
                follower.start();
            } else {
                follower.stop();
            }
        });
        model.stepProperty().subscribe(() -> frame = 0);
    }

    private void follow() {
        if (frame++ % BETWEEN_LOOKS == 0) {
            target = find();
        }
        Node around = target;
        boolean shows = around != null
                && isShown(around)
                && !model.elsewhereProperty().get()
                && !model.doneProperty().get();
        ring.setVisible(shows);
        if (around != null && shows) {
            Bounds bounds = sceneToLocal(around.localToScene(around.getLayoutBounds()));
            ring.resizeRelocate(
                    bounds.getMinX() - AROUND,
                    bounds.getMinY() - AROUND,
                    bounds.getWidth() + 2 * AROUND,
                    bounds.getHeight() + 2 * AROUND);
        }
    }

    /** The control on its page if it is seen, else the button that leads to that page. */
    private @Nullable Node find() {
        var step = model.current();
        var root = getScene().getRoot();
        Node control = step.target().isEmpty() ? null : shown(root, step.target());
        return control != null ? control : shown(root, "#go-" + step.page() + ":!selected");
    }

    private static @Nullable Node shown(Node root, String selector) {
        boolean unselected = selector.endsWith(":!selected");
        var plain = unselected ? selector.substring(0, selector.indexOf(':')) : selector;
        return root.lookupAll(plain).stream()
                .filter(TourRing::isShown)
                .filter(node -> !unselected
                        || !(node instanceof javafx.scene.control.ToggleButton toggle && toggle.isSelected()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isShown(Node node) {
        if (node.getScene() == null) {
            return false;
        }
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
