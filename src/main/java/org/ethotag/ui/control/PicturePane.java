package org.ethotag.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.ethotag.picture.Mark;
import org.ethotag.picture.Mark.Box;
import org.ethotag.picture.Mark.Dot;
import org.ethotag.picture.Mark.Line;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Mark.Words;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.theme.Look;
import org.jspecify.annotations.Nullable;

/**
 * A picture on screen, made anew for every width. Marks with a hint are read out: under the mouse as a tooltip, and one
 * after the other with the arrow keys; a click or Enter tells which was meant.
 */
public final class PicturePane extends Region {
    private static final String FAMILY = "System";
    private static final double FIRST_WIDTH = 600;
    /** How far the mouse may be from a dot. */
    private static final double NEAR = 3;

    private final ObservableValue<Look> look;
    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private DoubleFunction<Picture> maker = width -> new Picture("", width, 1, List.of());
    private Consumer<Mark> chosen = _ -> {};
    private @Nullable Picture picture;
    private List<Mark> spoken = List.of();
    private int current = -1;

    public PicturePane(String id, ObservableValue<Look> look) {
        this.look = look;
        setId(id);
        getStyleClass().add("picture-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        getChildren().add(canvas);
        look.subscribe(_ -> draw());
        focusedProperty().subscribe(this::draw);
        Tooltip.install(this, tooltip);
        setOnMouseMoved(event -> hover(event.getX(), event.getY()));
        setOnMouseClicked(event -> {
            requestFocus();
            hover(event.getX(), event.getY());
            choose();
        });
        setOnKeyPressed(this::key);
    }

    /** Shows a picture that is made for a width. */
    public void show(DoubleFunction<Picture> made) {
        maker = made;
        picture = null;
        current = -1;
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /** Is told which mark with a hint was clicked, or chosen with Enter. */
    public void onChosen(Consumer<Mark> listener) {
        chosen = listener;
    }

    /** The picture that is shown, for files. */
    public Picture picture() {
        Picture now = picture;
        return now == null ? made(getWidth() > 0 ? getWidth() : FIRST_WIDTH) : now;
    }

    private Picture made(double width) {
        var fresh = maker.apply(Math.max(1, width));
        picture = fresh;
        spoken = fresh.marks().stream().filter(mark -> !hint(mark).isEmpty()).toList();
        setAccessibleText(fresh.title());
        return fresh;
    }

    private static String hint(Mark mark) {
        return switch (mark) {
            case Box box -> box.hint();
            case Dot dot -> dot.hint();
            case Line _, Words _ -> "";
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return maker.apply(width > 0 ? width : Math.max(getWidth(), FIRST_WIDTH))
                .height();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        var fresh = made(getWidth());
        canvas.setWidth(fresh.width());
        canvas.setHeight(fresh.height());
        draw();
    }

    private void draw() {
        Picture shown = picture;
        if (shown == null) {
            return;
        }
        var tones = look.getValue() == Look.DARK ? Tones.dark() : Tones.light();
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        shown.marks().forEach(mark -> draw(pen, mark, tones));
        if (isFocused() && current >= 0 && current < spoken.size()) {
            frame(pen, spoken.get(current), Color.web(tones.ink()));
        }
    }

    private static void draw(GraphicsContext pen, Mark mark, Tones tones) {
        switch (mark) {
            case Box(double x, double y, double width, double height, String colour, String _) -> {
                pen.setFill(Color.web(tones.of(colour)));
                pen.fillRect(x, y, width, height);
            }
            case Line(double fromX, double fromY, double toX, double toY, double width, String colour) -> {
                pen.setStroke(Color.web(tones.of(colour)));
                pen.setLineWidth(width);
                pen.strokeLine(fromX, fromY, toX, toY);
            }
            case Dot(double x, double y, double radius, String colour, String _) -> {
                pen.setFill(Color.web(tones.of(colour)));
                pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            }
            case Words words -> write(pen, words, tones);
        }
    }

    private static void write(GraphicsContext pen, Words words, Tones tones) {
        pen.setFill(Color.web(tones.of(words.colour())));
        pen.setFont(Font.font(FAMILY, words.bold() ? FontWeight.BOLD : FontWeight.NORMAL, words.size()));
        pen.setTextBaseline(VPos.BASELINE);
        pen.setTextAlign(
                words.side() == Side.START
                        ? TextAlignment.LEFT
                        : words.side() == Side.END ? TextAlignment.RIGHT : TextAlignment.CENTER);
        pen.fillText(words.text(), words.x(), words.y());
    }

    private static void frame(GraphicsContext pen, Mark mark, Color ink) {
        pen.setStroke(ink);
        pen.setLineWidth(2);
        if (mark instanceof Box(double x, double y, double width, double height, String _, String _)) {
            pen.strokeRect(x, y, width, height);
        } else if (mark instanceof Dot(double x, double y, double radius, String _, String _)) {
            pen.strokeOval(x - radius - 2, y - radius - 2, 2 * radius + 4, 2 * radius + 4);
        }
    }

    private void hover(double x, double y) {
        int found = -1;
        for (int i = spoken.size() - 1; i >= 0 && found < 0; i--) {
            found = covers(spoken.get(i), x, y) ? i : -1;
        }
        current = found;
        say(found < 0 ? "" : hint(spoken.get(found)));
    }

    private static boolean covers(Mark mark, double x, double y) {
        return switch (mark) {
            case Box(double left, double top, double width, double height, String _, String _) ->
                x >= left && x < left + width && y >= top && y < top + height;
            case Dot(double cx, double cy, double radius, String _, String _) ->
                Math.hypot(x - cx, y - cy) <= radius + NEAR;
            case Line _, Words _ -> false;
        };
    }

    private void say(String words) {
        tooltip.setText(words);
        if (words.isEmpty()) {
            tooltip.hide();
        }
        setAccessibleText(Stream.of(picture().title(), words)
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + ". " + b)
                .orElse(""));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void choose() {
        if (current >= 0 && current < spoken.size()) {
            chosen.accept(spoken.get(current));
        }
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        switch (code) {
            case RIGHT, DOWN -> current = Math.min(spoken.size() - 1, current + 1);
            case LEFT, UP -> current = Math.max(0, current - 1);
            case ENTER, SPACE -> choose();
            default -> {
                return;
            }
        }
        if (current >= 0 && current < spoken.size()) {
            say(hint(spoken.get(current)));
        }
        draw();
        event.consume();
    }
}
