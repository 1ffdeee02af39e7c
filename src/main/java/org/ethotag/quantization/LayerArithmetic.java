package org.ethotag.quantization;

/**
 * Widths and rounding that a quantized layer was made for.
 *
 * @param weightBits 2 to 16
 * @param activationBits of a GRU's gates and their arguments, of a dense layer's output; 16 in GRUQ-1
 * @param rounding of its shifts; the constant is inside the biases
 */
public record LayerArithmetic(int weightBits, int activationBits, Rounding rounding) {
    public LayerArithmetic {
        if (weightBits < LayerSettings.FEWEST_WEIGHT_BITS || weightBits > Short.SIZE) {
            throw new IllegalArgumentException("no weights of " + weightBits + " bits");
        }
        if (activationBits < LayerSettings.FEWEST_ACTIVATION_BITS || activationBits > Short.SIZE) {
            throw new IllegalArgumentException("no activations of " + activationBits + " bits");
        }
    }

    /** What the model blob carries. */
    public static LayerArithmetic gruq1(int weightBits) {
        return new LayerArithmetic(weightBits, Short.SIZE, Rounding.HALF_UP);
    }

    static LayerArithmetic of(LayerSettings settings) {
        return new LayerArithmetic(settings.weightBits(), settings.activationBits(), settings.rounding());
    }

    LayerArithmetic withWeightBits(int bits) {
        return new LayerArithmetic(bits, activationBits, rounding);
    }
}
