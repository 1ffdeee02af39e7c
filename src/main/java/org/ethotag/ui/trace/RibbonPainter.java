package org.ethotag.ui.trace;

import java.util.List;
import java.util.Map;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;

/** Draws bouts as coloured pieces of a ribbon; its time grows with the columns, not with the bouts. */
final class RibbonPainter {
    /** What a bout without a known behaviour looks like. */
    private static final int UNKNOWN = 0x8c959f;

    private static final double HATCH = 7;

    private final Raster raster;
    private final TracePalette palette;
    private final double scale;

    RibbonPainter(Raster raster, TracePalette palette, double scale) {
        this.raster = raster;
        this.palette = palette;
        this.scale = scale;
    }

    /** The colour of a behaviour as 0xRRGGBB. */
    static int rgb(Map<String, Behaviour> ethogram, String code) {
        var behaviour = ethogram.get(code);
        return behaviour == null ? UNKNOWN : Integer.parseInt(behaviour.colour().substring(1), 16);
    }

    /**
     * Paints rows {@code [top, bottom)}.
     *
     * @param from position of the left edge
     * @param perColumn samples per column of the raster
     */
    void paint(
            List<Bout> bouts,
            Map<String, Behaviour> ethogram,
            double from,
            double perColumn,
            long length,
            int top,
            int bottom) {
        int index = Bouts.lastStartingAtOrBefore(bouts, (long) Math.floor(from));
        int previous = -2;
        for (int x = 0; x < raster.width(); x++) {
            double position = from + (x + 0.5) * perColumn;
            long sample = (long) Math.floor(position);
            index = Bouts.advance(bouts, index, sample);
            boolean labelled = index >= 0 && bouts.get(index).range().contains(sample);
            int here = labelled ? index : -1;
            if (labelled) {
                int colour = rgb(ethogram, bouts.get(index).behaviour());
                raster.rect(x, top, x + 1, bottom, colour);
                if (here != previous && x > 0 && bouts.get(index).range().length() / perColumn > 3 * scale) {
                    raster.column(x, top, bottom, palette.background(), 0.8);
                }
            } else if (sample < length) {
                hatch(x, top, bottom);
            }
            previous = here;
        }
    }

    /** Thin slanted lines: nobody has looked here yet. */
    private void hatch(int x, int top, int bottom) {
        int apart = (int) Math.round(HATCH * scale);
        for (int y = top + Math.floorMod(-x - top, apart); y < bottom; y += apart) {
            raster.column(x, y, y + 1.0, palette.hatch(), 1);
        }
    }
}
