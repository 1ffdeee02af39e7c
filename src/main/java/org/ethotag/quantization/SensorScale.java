package org.ethotag.quantization;

/**
 * What a count of the tag's sensor means. Both numbers are kept in the resolution of the model blob: 1/65536 count per g
 * and 1/1000 g.
 *
 * @param fullScaleG largest acceleration that the sensor can show, 0.001 to 65.535 g
 * @param countsPerG counts for 1 g, above 0 and below 65536
 */
public record SensorScale(double fullScaleG, double countsPerG) {
    private static final double MG = 1000;
    private static final double COUNT_PARTS = 65536;
    private static final double LARGEST_FIELD = 65535;

    public SensorScale {
        fullScaleG = Math.rint(fullScaleG * MG) / MG;
        countsPerG = Math.rint(countsPerG * COUNT_PARTS) / COUNT_PARTS;
        if (!(fullScaleG > 0 && fullScaleG <= LARGEST_FIELD / MG && countsPerG > 0 && countsPerG <= LARGEST_FIELD)) {
            throw new IllegalArgumentException("not a sensor: " + fullScaleG + " g, " + countsPerG + " counts per g");
        }
    }

    /** A 16-bit sensor that spreads its whole word over plus and minus {@code fullScaleG}. */
    public static SensorScale int16(double fullScaleG) {
        return new SensorScale(fullScaleG, Math.min(LARGEST_FIELD, -Short.MIN_VALUE / fullScaleG));
    }

    /** What the sensor would have said: rounded to the nearest count, limited to int16; 0 for NaN. */
    public short counts(float accelerationG) {
        return (short) Math.clamp(Math.round(accelerationG * countsPerG), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
