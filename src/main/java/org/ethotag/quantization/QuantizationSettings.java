package org.ethotag.quantization;

import java.util.function.UnaryOperator;

/**
 * What may be chosen when a student becomes integers, layer by layer.
 *
 * @param gru the recurrent layer
 * @param dense1 the perceptron's hidden layer and, where there is one, the input perceptron
 * @param dense2 the perceptron's last layer
 * @param sensor what the tag's counts mean
 */
public record QuantizationSettings(LayerSettings gru, LayerSettings dense1, LayerSettings dense2, SensorChoice sensor) {
    /** Where the meaning of a count comes from. */
    public sealed interface SensorChoice {
        /**
         * No tag is known yet: the smallest usual range (2, 4, 8, 16, 32 or 64 g) that holds the calibration data, on a
         * 16-bit sensor that uses its whole word.
         */
        record FromData() implements SensorChoice {}

        /** The tag's data sheet. */
        record Given(SensorScale scale) implements SensorChoice {}
    }

    /** GRUQ-1 with int16 weights; sensor range from the data. */
    public static QuantizationSettings defaults() {
        var layer = LayerSettings.gruq1(Short.SIZE);
        return new QuantizationSettings(layer, layer, layer, new SensorChoice.FromData());
    }

    /** The settings of one layer. */
    public LayerSettings layer(LayerName name) {
        return switch (name) {
            case GRU -> gru;
            case DENSE1 -> dense1;
            case DENSE2 -> dense2;
        };
    }

    /** The same with one layer changed. */
    public QuantizationSettings with(LayerName name, UnaryOperator<LayerSettings> change) {
        var changed = change.apply(layer(name));
        return new QuantizationSettings(
                name == LayerName.GRU ? changed : gru,
                name == LayerName.DENSE1 ? changed : dense1,
                name == LayerName.DENSE2 ? changed : dense2,
                sensor);
    }

    /** The same with every layer changed. */
    public QuantizationSettings withAll(UnaryOperator<LayerSettings> change) {
        return new QuantizationSettings(change.apply(gru), change.apply(dense1), change.apply(dense2), sensor);
    }

    /** The same with another width of weights in all layers. */
    public QuantizationSettings withWeightBits(int bits) {
        return withAll(layer -> layer.withWeightBits(bits));
    }

    /** The same for a known sensor. */
    public QuantizationSettings withSensor(SensorScale scale) {
        return new QuantizationSettings(gru, dense1, dense2, new SensorChoice.Given(scale));
    }
}
