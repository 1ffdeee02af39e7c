package org.ethotag.workflow.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Tones;

/** What the colours of a picture mean, in as many lines as it takes. */
final class Legend {
    private static final double LINE = 20;
    private static final double SWATCH = 11;
    private static final double GAP = 18;

    private final List<String> names = new ArrayList<>();
    private final List<String> colours = new ArrayList<>();

    /** The behaviours of results, and recorded time without a label and time without a recording if they are shown. */
    static Legend of(StudyResults results, boolean idle, boolean empty) {
        var legend = new Legend();
        for (Map.Entry<String, String> one : results.behaviours().entrySet()) {
            legend.add(one.getValue(), results.colour(one.getKey()));
        }
        if (idle) {
            legend.add(ChartTexts.of("unlabelled"), Tones.IDLE);
        }
        if (empty) {
            legend.add(ChartTexts.of("unrecorded"), Tones.EMPTY);
        }
        return legend;
    }

    private void add(String name, String colour) {
        names.add(name);
        colours.add(colour);
    }

    /** Draws it from the upper left corner on, and gives how high it is. */
    double draw(Drawing drawing, double left, double top, double width) {
        double x = left;
        double y = top;
        for (int i = 0; i < names.size(); i++) {
            double needed = SWATCH + 6 + Drawing.widthOf(names.get(i));
            if (x > left && x + needed > left + width) {
                x = left;
                y += LINE;
            }
            drawing.box(x, y, SWATCH, SWATCH, Tones.GRID, "");
            drawing.box(x + 0.5, y + 0.5, SWATCH - 1, SWATCH - 1, colours.get(i), "");
            drawing.text(x + SWATCH + 6, y + SWATCH - 1, names.get(i), Side.START);
            x += needed + GAP;
        }
        return y + LINE - top;
    }
}
