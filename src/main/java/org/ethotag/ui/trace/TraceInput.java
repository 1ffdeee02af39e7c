package org.ethotag.ui.trace;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What mouse and keyboard do on a {@link TraceView}. */
final class TraceInput {
    /** One notch of a wheel in JavaFX's pixels. */
    private static final double NOTCH = 40;

    private static final double ZOOM_PER_NOTCH = 1.25;
    private static final double DRAG_FROM_PIXELS = 3;

    private final TraceView view;
    private final TraceViewModel model;
    private double pressedX;
    private boolean dragging;
    private boolean selecting;
    private boolean ours;
    private TraceViewport pressedView;

    TraceInput(TraceView view, TraceViewModel model) {
        this.view = view;
        this.model = model;
        this.pressedView = model.viewportProperty().get();
    }

    void install() {
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(this::release);
        view.setOnMouseMoved(e -> view.hover(e.getX(), e.getY()));
        view.setOnMouseExited(_ -> view.endHover());
        view.setOnScroll(this::scroll);
        view.setOnZoom(e -> model.zoomAt(view.plotX(e.getX()), e.getZoomFactor()));
        view.setOnKeyPressed(this::key);
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        ours = event.getButton() == MouseButton.PRIMARY && !view.isOnMap(event.getY());
        dragging = false;
        selecting = event.isShiftDown();
        pressedX = event.getX();
        pressedView = model.viewportProperty().get();
    }

    private void drag(MouseEvent event) {
        if (!ours) {
            return;
        }
        view.hover(event.getX(), event.getY());
        dragging = dragging || Math.abs(event.getX() - pressedX) >= DRAG_FROM_PIXELS;
        if (dragging && selecting) {
            model.mark(sampleAt(pressedX), sampleAt(event.getX()) + 1);
        } else if (dragging) {
            model.viewportProperty().set(pressedView.pannedBy(pressedX - event.getX()));
        }
    }

    private long sampleAt(double x) {
        return model.viewportProperty().get().sampleAt(view.plotX(x));
    }

    private void release(MouseEvent event) {
        if (!ours) {
            return;
        }
        long sample = sampleAt(event.getX());
        if (dragging) {
            if (selecting) {
                model.moveCursor(model.selectionProperty().get().from());
            }
            return;
        }
        if (view.isOnRibbon(event.getY())) {
            view.ribbonBoutAt(event.getY(), sample).ifPresent(bout -> {
                model.mark(bout.range().from(), bout.range().to());
                if (event.getClickCount() == 2) {
                    model.zoomTo(bout.range());
                }
            });
        } else {
            model.clearSelection();
        }
        model.moveCursor(sample);
    }

    private void scroll(ScrollEvent event) {
        double along = event.getDeltaX() != 0 && Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())
                ? event.getDeltaX()
                : event.isShiftDown() ? event.getDeltaY() : 0;
        if (along != 0) {
            model.pan(-along);
        } else if (event.isControlDown()) {
            var values = model.valuesProperty();
            values.set(values.get().zoomed(factor(event.getDeltaY())));
        } else if (event.getDeltaY() != 0) {
            model.zoomAt(view.plotX(event.getX()), factor(event.getDeltaY()));
        }
        event.consume();
    }

    private static double factor(double delta) {
        return Math.pow(ZOOM_PER_NOTCH, delta / NOTCH);
    }

    private void key(KeyEvent event) {
        boolean handled = event.isAltDown()
                ? nudge(event)
                : event.isShortcutDown() ? shortcut(event) : !event.isMetaDown() && plain(event);
        if (handled) {
            event.consume();
        }
    }

    /** By one sample. */
    private boolean nudge(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.moveCursor(model.cursorProperty().get() - 1);
            case RIGHT -> model.moveCursor(model.cursorProperty().get() + 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> model.valuesProperty().set(model.valuesProperty().get().zoomed(ZOOM_PER_NOTCH));
            case DOWN -> model.valuesProperty().set(model.valuesProperty().get().zoomed(1 / ZOOM_PER_NOTCH));
            case DIGIT0, NUMPAD0 -> model.zoomToWhole();
            case G -> view.askWhere();
            case L -> view.chooseLanes();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.stepCursor(-1, event.isShiftDown());
            case RIGHT -> model.stepCursor(1, event.isShiftDown());
            case PAGE_UP -> model.page(-1);
            case PAGE_DOWN -> model.page(1);
            case HOME -> model.moveCursor(0);
            case END -> model.moveCursor(Long.MAX_VALUE);
            case UP, PLUS, EQUALS, ADD -> model.zoom(ZOOM_PER_NOTCH);
            case DOWN, MINUS, SUBTRACT -> model.zoom(1 / ZOOM_PER_NOTCH);
            case OPEN_BRACKET -> model.markStart();
            case CLOSE_BRACKET -> model.markEnd();
            case ESCAPE -> model.clearSelection();
            default -> {
                return false;
            }
        }
        return true;
    }
}
