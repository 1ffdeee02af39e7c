package org.ethotag.ui.trace;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ethotag.language.Messages;
import org.ethotag.signal.Quantity;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;

/** One line of text above a trace: time and values at the mouse or the cursor, and how much is shown or marked. */
final class Readout extends HBox {
    private static final Quantity[] AXES = {Quantity.X, Quantity.Y, Quantity.Z};

    private final Label time = new Label();
    private final Label[] values = {new Label(), new Label(), new Label()};
    private final float[] here = new float[1];
    private final Label behaviour = new Label();
    private final Label extent = new Label();

    private final TraceTools tools;

    Readout(TraceTools tools) {
        this.tools = tools;
        getStyleClass().add("trace-readout");
        setAlignment(Pos.CENTER_LEFT);
        time.getStyleClass().add("readout-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        extent.getStyleClass().add("text-muted");
        extent.setMinWidth(0);
        behaviour.setMinWidth(Region.USE_PREF_SIZE);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(time);
        for (int axis = 0; axis < values.length; axis++) {
            values[axis].getStyleClass().addAll("readout-value", "axis-" + axis);
            values[axis].setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(values[axis]);
        }
        getChildren().addAll(behaviour, space, extent, tools);
    }

    /** Where all does not fit, how much is shown goes first: the axis below says it too. */
    @Override
    protected void layoutChildren() {
        extent.setVisible(prefWidth(-1) <= getWidth());
        super.layoutChildren();
    }

    TraceTools tools() {
        return tools;
    }

    void show(TraceSource source, long sample, String behaviourName) {
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        time.setText(TimeTexts.full(source.time().timeOf(sample), source.zone(), locale));
        for (int axis = 0; axis < values.length; axis++) {
            boolean known = source.tiles().valueAt(AXES[axis], sample, here);
            values[axis].setText(AXES[axis].name() + "  " + (known ? grams(here[0]) : "\u2026"));
        }
        behaviour.setText(behaviourName);
    }

    private static String grams(float value) {
        if (Float.isNaN(value)) {
            return "\u2013";
        }
        return String.format(Messages.locale(), "%+.3f g", value).replace('-', '\u2212');
    }

    void showExtent(TraceSource source, TraceViewport view, SampleRange selection) {
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        if (selection.isEmpty()) {
            var shown = source.rate().durationOf(view.visible().length());
            extent.setText(Texts.of("trace.shown", TimeTexts.duration(shown, locale)));
        } else {
            var marked = source.rate().durationOf(selection.length());
            extent.setText(Texts.of("trace.marked", TimeTexts.duration(marked, locale)));
        }
    }
}
