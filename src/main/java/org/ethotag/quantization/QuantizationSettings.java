package org.ethotag.quantization;

/**
 * What may be chosen when a student becomes integers.
 *
 * @param weightBits 16 (default) or 8
 * @param sensor what the tag's counts mean
 */
public record QuantizationSettings(int weightBits, SensorChoice sensor) {
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

    public QuantizationSettings {
        if (weightBits != Byte.SIZE && weightBits != Short.SIZE) {
            throw new IllegalArgumentException("weights have 8 or 16 bits, not " + weightBits);
        }
    }

    /** int16 weights; sensor range from the data. */
    public static QuantizationSettings defaults() {
        return new QuantizationSettings(Short.SIZE, new SensorChoice.FromData());
    }

    /** The same with another width of weights. */
    public QuantizationSettings withWeightBits(int bits) {
        return new QuantizationSettings(bits, sensor);
    }

    /** The same for a known sensor. */
    public QuantizationSettings withSensor(SensorScale scale) {
        return new QuantizationSettings(weightBits, new SensorChoice.Given(scale));
    }
}
