package org.ethotag.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.ethotag.label.Contrast;

/**
 * Texts of a window that are hard to read: the colour of each text against the commonest colour behind it, as WCAG 2.1
 * measures it (1.4.3, level AA). What is switched off is left out, as the guidelines do.
 */
public final class ReadableTexts {
    private ReadableTexts() {}

    /** Each text below the bound, with both colours; on the FX thread. */
    public static List<String> hardToRead(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        WritableImage picture = scene.snapshot(null);
        var found = new ArrayList<String>();
        visit(scene.getRoot(), 1, new BoundingBox(0, 0, picture.getWidth(), picture.getHeight()), picture, found);
        return found;
    }

    /** @param clip what of the scene the node's parents show */
    private static void visit(Node node, double opacity, Bounds clip, WritableImage picture, List<String> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        Bounds shown = node.getClip() == null
                ? clip
                : both(clip, node.localToScene(node.getClip().getBoundsInParent()));
        double seen = opacity * node.getOpacity();
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color fill) {
            judge(text, fill, seen, both(shown, text.localToScene(text.getBoundsInLocal())), picture, found);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, seen, shown, picture, found));
        }
    }

    /** An empty box where two do not meet. */
    private static Bounds both(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        double width = Math.min(one.getMaxX(), other.getMaxX()) - x;
        double height = Math.min(one.getMaxY(), other.getMaxY()) - y;
        return new BoundingBox(x, y, Math.max(0, width), Math.max(0, height));
    }

    private static void judge(
            Text text, Color fill, double opacity, Bounds place, WritableImage picture, List<String> found) {
        int fromX = (int) place.getMinX();
        int fromY = (int) place.getMinY();
        int toX = (int) place.getMaxX();
        int toY = (int) place.getMaxY();
        boolean sliver = place.getHeight() < text.getBoundsInLocal().getHeight() / 2;
        if (toX - fromX < 3 || toY - fromY < 3 || sliver || fill.getOpacity() * opacity == 0) {
            return;
        }
        Color ground = commonest(picture.getPixelReader(), fromX, fromY, toX, toY);
        Color ink = ground.interpolate(
                Color.color(fill.getRed(), fill.getGreen(), fill.getBlue()), fill.getOpacity() * opacity);
        double ratio = Contrast.ratio(hex(ink), hex(ground));
        if (ratio < Contrast.READABLE) {
            found.add(String.format(
                    Locale.ROOT, "\"%s\" %s on %s: %.2f", text.getText().strip(), hex(ink), hex(ground), ratio));
        }
    }

    private static Color commonest(PixelReader pixels, int fromX, int fromY, int toX, int toY) {
        var counts = new HashMap<Integer, Integer>();
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
            }
        }
        int argb = counts.entrySet().stream()
                .max((a, b) -> Integer.compare(a.getValue(), b.getValue()))
                .orElseThrow()
                .getKey();
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    private static String hex(Color colour) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }
}
