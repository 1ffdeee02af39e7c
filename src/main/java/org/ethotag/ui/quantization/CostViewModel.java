package org.ethotag.ui.quantization;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.ethotag.flash.BehaviourCounts;
import org.ethotag.flash.TagProfile;
import org.ethotag.flash.cost.BatteryAssumptions;
import org.ethotag.flash.cost.BatteryForecast;
import org.ethotag.flash.cost.ModelCost;
import org.ethotag.flash.cost.NetworkSize;
import org.jspecify.annotations.Nullable;

/**
 * What the model costs the chosen kind of tag, and the battery forecast with assumptions that can be typed over. What was
 * typed stays when the model changes; another kind of tag brings its own. FX thread only.
 */
final class CostViewModel {
    private static final double PERCENT = 100;
    /** Digits of a number that was calculated: more would look measured. */
    private static final int DIGITS = 5;

    private final Map<Assumption, StringProperty> texts = new EnumMap<>(Assumption.class);
    private final Set<Assumption> typed = EnumSet.noneOf(Assumption.class);
    private final ReadOnlyObjectWrapper<@Nullable ModelCost> cost = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable BatteryForecast> forecast = new ReadOnlyObjectWrapper<>();
    private @Nullable TagProfile profile;
    private boolean filling;

    CostViewModel() {
        for (Assumption assumption : Assumption.values()) {
            var text = new SimpleStringProperty("");
            text.subscribe(() -> typed(assumption));
            texts.put(assumption, text);
        }
    }

    /** What the user sees and types, in the unit of the assumption's title. */
    StringProperty text(Assumption assumption) {
        var found = texts.get(assumption);
        if (found == null) {
            throw new IllegalArgumentException("no field for " + assumption);
        }
        return found;
    }

    ReadOnlyObjectProperty<@Nullable ModelCost> costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** Null while an assumption cannot be understood, or nothing is known yet. */
    ReadOnlyObjectProperty<@Nullable BatteryForecast> forecastProperty() {
        return forecast.getReadOnlyProperty();
    }

    /**
     * Another model or another kind of tag.
     *
     * @param strideSeconds from one window to the next
     */
    void show(NetworkSize size, double strideSeconds, TagProfile chosen) {
        if (profile == null || !profile.id().equals(chosen.id())) {
            typed.clear();
        }
        profile = chosen;
        var found = ModelCost.of(size, chosen);
        cost.set(found);
        double inferenceMs = Double.isNaN(found.inferenceMs()) ? 0 : found.inferenceMs();
        fill(BatteryAssumptions.of(chosen, inferenceMs, strideSeconds));
    }

    /** Whether the text of a field can be used. */
    boolean isUsable(Assumption assumption) {
        return assumption.accepts(value(assumption));
    }

    private void fill(BatteryAssumptions given) {
        filling = true;
        for (Assumption assumption : Assumption.values()) {
            if (!typed.contains(assumption)) {
                text(assumption).set(number(assumption.of(given)));
            }
        }
        filling = false;
        followStride();
        calculate();
    }

    private void typed(Assumption assumption) {
        if (!filling) {
            typed.add(assumption);
            if (assumption == Assumption.STRIDE) {
                followStride();
            }
            calculate();
        }
    }

    /** Messages carry the counts of so many inferences, unless the user said otherwise. */
    private void followStride() {
        if (!typed.contains(Assumption.MESSAGE) && isUsable(Assumption.STRIDE)) {
            filling = true;
            text(Assumption.MESSAGE).set(number(value(Assumption.STRIDE) * BehaviourCounts.INFERENCES));
            filling = false;
        }
    }

    private void calculate() {
        boolean usable = profile != null;
        for (Assumption assumption : Assumption.values()) {
            usable &= isUsable(assumption);
        }
        forecast.set(usable ? BatteryForecast.of(assumptions()) : null);
    }

    private BatteryAssumptions assumptions() {
        return new BatteryAssumptions(
                value(Assumption.CAPACITY),
                value(Assumption.USABLE) / PERCENT,
                value(Assumption.SLEEP),
                value(Assumption.SENSOR),
                value(Assumption.ACTIVE),
                value(Assumption.INFERENCE),
                value(Assumption.STRIDE),
                value(Assumption.RADIO_CURRENT),
                value(Assumption.RADIO_TIME),
                value(Assumption.MESSAGE));
    }

    /** NaN for what is no number; a comma is read as a point. */
    private double value(Assumption assumption) {
        String text = text(assumption).get().strip().replace(',', '.');
        return text.matches("[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,2})?|[0-9]+\\.") ? Double.parseDouble(text) : Double.NaN;
    }

    private static String number(double value) {
        var exact = new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        return exact.toPlainString();
    }
}
