package org.ethotag.ui.trace;

import java.util.List;
import java.util.Map;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;

/** The labels under a trace: coloured pieces with their names where there is room. */
final class RibbonPane extends Region {
    private static final double ROOM_FOR_NAME = 34;
    /** No screen shows more names; with more bouts in sight none has room. */
    private static final int MOST_NAMES = 400;
    /** Luminance above which dark text reads better than light (W3C's contrast formula gives equal contrast here). */
    private static final double DARK_TEXT_FROM = 0.179;

    private final double gutter;
    private final ImageView picture = new ImageView();
    private final TextPool names = new TextPool("ribbon-name");
    private Raster raster = new Raster(1, 1);

    RibbonPane(double gutter) {
        this.gutter = gutter;
        picture.setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(picture, names.group());
    }

    void paint(
            LabelTrack track,
            Map<String, Behaviour> behaviours,
            TraceViewport view,
            TracePalette palette,
            double scale) {
        int width = (int) Math.max(1, Math.round(view.width() * scale));
        int height = (int) Math.max(1, Math.round(getHeight() * scale));
        if (raster.width() != width || raster.height() != height) {
            raster = new Raster(width, height);
            picture.setImage(raster.image());
            picture.setX(gutter);
            picture.setFitWidth(view.width());
            picture.setFitHeight(getHeight());
        }
        raster.clear(palette.unlabelled());
        var bouts = track.boutsIn(view.visible());
        double perColumn = view.samplesPerPixel() * view.width() / width;
        new RibbonPainter(raster, palette, scale)
                .paint(bouts, behaviours, view.from(), perColumn, view.length(), 0, height);
        raster.flush();
        names.begin();
        if (bouts.size() <= MOST_NAMES) {
            writeNames(bouts, behaviours, view);
        }
        names.end();
    }

    private void writeNames(List<Bout> bouts, Map<String, Behaviour> behaviours, TraceViewport view) {
        for (Bout bout : bouts) {
            double left = Math.max(0, view.xOfSample(bout.range().from()));
            double right = Math.min(view.width(), view.xOfSample(bout.range().to()));
            if (right - left < ROOM_FOR_NAME) {
                continue;
            }
            var behaviour = behaviours.get(bout.behaviour());
            String name = behaviour == null ? bout.behaviour() : behaviour.name();
            var text = names.add(name, gutter + left + 7, getHeight() / 2, 0);
            if (text.getLayoutBounds().getWidth() + 12 > right - left) {
                text.setVisible(false);
            }
            boolean light = luminance(RibbonPainter.rgb(behaviours, bout.behaviour())) > DARK_TEXT_FROM;
            text.setFill(LanesPane.colour(light ? 0x101418 : 0xffffff));
        }
    }

    /** Relative luminance, 0 to 1 (W3C, Web Content Accessibility Guidelines 2.1). */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
