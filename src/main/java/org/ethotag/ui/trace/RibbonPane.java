package org.ethotag.ui.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;

/**
 * The labels under a trace: the track that is edited as a large ribbon with names where there is room and marks where
 * somebody commented, and below it the other tracks that are shown, thinner. Bouts that overlap lie in rows.
 */
final class RibbonPane extends Region {
    private static final double HEIGHT = 26;
    private static final double ROW = 15;
    private static final double OTHER_HEIGHT = 12;
    private static final double OTHER_ROW = 6;
    private static final double SPACE = 3;
    /** More would leave no room for the trace. */
    private static final int MOST_OTHERS = 8;

    private static final double ROOM_FOR_NAME = 34;
    /** No screen shows more names; with more bouts in sight none has room. */
    private static final int MOST_NAMES = 400;
    /** Luminance above which dark text reads better than light (W3C's contrast formula gives equal contrast here). */
    private static final double DARK_TEXT_FROM = 0.179;

    private static final double MARK_PIXELS = 7;
    private static final int MARK = 0xd1242f;
    private static final int MARK_EDGE = 0xffffff;

    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");

    private final double gutter;
    private final ImageView picture = new ImageView();
    private final TextPool names = new TextPool("ribbon-name");
    private final TextPool trackNames = new TextPool("ribbon-track");
    private Raster raster = new Raster(1, 1);
    private List<Strip> strips = List.of();

    /** One track with the place of its ribbon in this pane. */
    private record Strip(RibbonRows rows, double top, double height) {
        double rowHeight() {
            return height / rows.count();
        }
    }

    RibbonPane(double gutter) {
        this.gutter = gutter;
        picture.setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(picture, names.group(), trackNames.group());
    }

    /** Takes the tracks to draw. */
    void show(LabelTrack track, List<LabelTrack> others) {
        var all = Stream.concat(Stream.of(track), others.stream().limit(MOST_OTHERS))
                .toList();
        if (all.equals(strips.stream().map(s -> s.rows().track()).toList())) {
            return;
        }
        var placed = new ArrayList<Strip>();
        double top = 0;
        for (LabelTrack one : all) {
            var rows = rowsOf(one);
            boolean exclusive = one.kind() == TrackKind.EXCLUSIVE;
            double height = placed.isEmpty()
                    ? exclusive ? HEIGHT : Math.max(HEIGHT, ROW * rows.count())
                    : exclusive ? OTHER_HEIGHT : Math.max(OTHER_HEIGHT, OTHER_ROW * rows.count());
            placed.add(new Strip(rows, top, height));
            top += height + SPACE;
        }
        strips = List.copyOf(placed);
    }

    private RibbonRows rowsOf(LabelTrack track) {
        return strips.stream()
                .map(Strip::rows)
                .filter(rows -> rows.track().equals(track))
                .findFirst()
                .orElseGet(() -> RibbonRows.of(track));
    }

    /** Height of the large ribbon. */
    double mainHeight() {
        return strips.isEmpty() ? HEIGHT : strips.getFirst().height();
    }

    /** Height of all ribbons. */
    double wantedHeight() {
        return strips.isEmpty()
                ? HEIGHT
                : strips.getLast().top() + strips.getLast().height();
    }

    /** The track whose ribbon is there. */
    Optional<LabelTrack> trackAt(double y) {
        return stripAt(y).map(strip -> strip.rows().track());
    }

    private Optional<Strip> stripAt(double y) {
        return strips.stream()
                .filter(s -> y >= s.top() && y < s.top() + s.height())
                .findFirst();
    }

    /** The bout that is drawn somewhere. */
    Optional<Bout> boutAt(double y, long sample) {
        return stripAt(y).flatMap(strip -> {
            var row = strip.rows().rows().get((int) ((y - strip.top()) / strip.rowHeight()));
            int index = Bouts.lastStartingAtOrBefore(row, sample);
            return index >= 0 && row.get(index).range().contains(sample)
                    ? Optional.of(row.get(index))
                    : Optional.empty();
        });
    }

    void paint(Map<String, Behaviour> behaviours, TraceViewport view, TracePalette palette, double scale) {
        int width = (int) Math.max(1, Math.round(view.width() * scale));
        int height = (int) Math.max(1, Math.round(getHeight() * scale));
        if (raster.width() != width || raster.height() != height) {
            raster = new Raster(width, height);
            picture.setImage(raster.image());
            picture.setX(gutter);
            picture.setFitWidth(view.width());
            picture.setFitHeight(getHeight());
        }
        raster.clear(palette.background());
        names.begin();
        trackNames.begin();
        for (Strip strip : strips) {
            paint(strip, behaviours, view, palette, scale);
        }
        if (!strips.isEmpty()) {
            markComments(strips.getFirst().rows().track().comments(), view, scale);
        }
        trackNames.end();
        names.end();
        raster.flush();
    }

    private void paint(
            Strip strip, Map<String, Behaviour> behaviours, TraceViewport view, TracePalette palette, double scale) {
        boolean main = strip.top() == 0;
        double perColumn = view.samplesPerPixel() * view.width() / raster.width();
        var painter = new RibbonPainter(raster, palette, scale);
        raster.rows(
                (int) Math.round(strip.top() * scale),
                (int) Math.round((strip.top() + strip.height()) * scale),
                palette.unlabelled());
        for (int row = 0; row < strip.rows().count(); row++) {
            double top = strip.top() + row * strip.rowHeight();
            var bouts = strip.rows().rows().get(row);
            painter.paint(bouts, behaviours, view.from(), perColumn, view.length(), (int) Math.round(top * scale), (int)
                    Math.round((top + strip.rowHeight()) * scale));
            if (main) {
                writeNames(visible(bouts, view), behaviours, view, top + strip.rowHeight() / 2);
            }
        }
        if (strips.size() > 1) {
            writeTrackName(strip, main);
        }
    }

    private static List<Bout> visible(List<Bout> bouts, TraceViewport view) {
        var range = view.visible();
        int from = Math.max(0, Bouts.lastStartingAtOrBefore(bouts, range.from()));
        int to = Bouts.lastStartingAtOrBefore(bouts, range.to()) + 1;
        return bouts.subList(Math.min(from, to), to);
    }

    private void writeTrackName(Strip strip, boolean main) {
        String name = strip.rows().track().name();
        double room = gutter - 12;
        var text = trackNames.add(name, gutter - 8, strip.top() + strip.height() / 2, 1);
        for (int end = name.length(); end > 1 && text.getLayoutBounds().getWidth() > room; end--) {
            text.setText(name.substring(0, end - 1).strip() + "\u2026");
        }
        text.setX(Math.rint(gutter - 8 - text.getLayoutBounds().getWidth()));
        text.pseudoClassStateChanged(EDITED, main);
    }

    private void writeNames(List<Bout> bouts, Map<String, Behaviour> behaviours, TraceViewport view, double centreY) {
        if (bouts.size() > MOST_NAMES) {
            return;
        }
        for (Bout bout : bouts) {
            double left = Math.max(0, view.xOfSample(bout.range().from()));
            double right = Math.min(view.width(), view.xOfSample(bout.range().to()));
            if (right - left < ROOM_FOR_NAME) {
                continue;
            }
            var behaviour = behaviours.get(bout.behaviour());
            String name = behaviour == null ? bout.behaviour() : behaviour.name();
            var text = names.add(name, gutter + left + 7, centreY, 0);
            if (text.getLayoutBounds().getWidth() + 12 > right - left) {
                text.setVisible(false);
            }
            boolean light = luminance(RibbonPainter.rgb(behaviours, bout.behaviour())) > DARK_TEXT_FROM;
            text.setFill(LanesPane.colour(light ? 0x101418 : 0xffffff));
        }
    }

    /** A small flag at the upper edge where each comment begins; one for each place on the screen is enough. */
    private void markComments(List<Comment> comments, TraceViewport view, double scale) {
        var visible = view.visible();
        int size = (int) Math.round(MARK_PIXELS * scale);
        int last = Integer.MIN_VALUE;
        for (Comment comment : comments) {
            int x = (int) Math.round(view.xOfSample(comment.range().from()) * scale);
            if (comment.range().from() >= visible.to() || x < last + size) {
                continue;
            }
            for (int i = 0; i < size && x >= 0; i++) {
                raster.column(x + i, 0, size - i + scale, MARK_EDGE, 1);
                raster.column(x + i, 0, size - i, MARK, 1);
            }
            last = x >= 0 ? x : last;
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
