package org.ethotag.quantization;

/**
 * How one layer becomes integers. Everything but {@link #gruq1} with 8 or 16 bits, or scales per tensor, is for study: it
 * can be run and judged, but no model blob carries it (fixed-point 5).
 *
 * @param weightBits 2 to 16
 * @param scales which weights share a power of two
 * @param stateBits of the GRU's state, 4 to 16; a dense layer has none
 * @param activationBits 6 to 16: of the GRU's gates and their arguments, or of what the perceptron's hidden layer gives;
 *     the last layer's logits are always int32
 * @param tableCells cells of the GRU's sigmoid and tanh, a power of two, 16 to 4096
 * @param interpolation whether the tables are read between their entries
 * @param rounding of every shift, product and table
 */
public record LayerSettings(
        int weightBits,
        ScaleGroup scales,
        int stateBits,
        int activationBits,
        int tableCells,
        boolean interpolation,
        Rounding rounding) {
    /** Narrowest weights. */
    public static final int FEWEST_WEIGHT_BITS = 2;
    /** Narrowest state. */
    public static final int FEWEST_STATE_BITS = 4;
    /** Narrowest activations: fewer could not show the range of a gate's argument. */
    public static final int FEWEST_ACTIVATION_BITS = 6;
    /** Smallest table. */
    public static final int FEWEST_CELLS = 16;
    /** Largest table. */
    public static final int MOST_CELLS = 4096;

    public LayerSettings {
        require("bits of a weight", weightBits, FEWEST_WEIGHT_BITS, Short.SIZE);
        require("bits of the state", stateBits, FEWEST_STATE_BITS, Short.SIZE);
        require("bits of an activation", activationBits, FEWEST_ACTIVATION_BITS, Short.SIZE);
        require("cells of a table", tableCells, FEWEST_CELLS, MOST_CELLS);
        if (Integer.bitCount(tableCells) != 1) {
            throw new IllegalArgumentException("the cells of a table are a power of two, not " + tableCells);
        }
    }

    /** What the model blob carries: scales per gate, 16 bits for everything but the weights, 512 cells, rounding. */
    public static LayerSettings gruq1(int weightBits) {
        return new LayerSettings(
                weightBits, ScaleGroup.GATE, Short.SIZE, Short.SIZE, LookupTable.CELLS, true, Rounding.HALF_UP);
    }

    /** The same with another width of weights. */
    public LayerSettings withWeightBits(int bits) {
        return new LayerSettings(bits, scales, stateBits, activationBits, tableCells, interpolation, rounding);
    }

    /** The same with another grouping of scales. */
    public LayerSettings withScales(ScaleGroup group) {
        return new LayerSettings(weightBits, group, stateBits, activationBits, tableCells, interpolation, rounding);
    }

    /** The same with another width of the state. */
    public LayerSettings withStateBits(int bits) {
        return new LayerSettings(weightBits, scales, bits, activationBits, tableCells, interpolation, rounding);
    }

    /** The same with another width of gates or outputs. */
    public LayerSettings withActivationBits(int bits) {
        return new LayerSettings(weightBits, scales, stateBits, bits, tableCells, interpolation, rounding);
    }

    /** The same with other tables. */
    public LayerSettings withTable(int cells, boolean interpolated) {
        return new LayerSettings(weightBits, scales, stateBits, activationBits, cells, interpolated, rounding);
    }

    /** The same with another rounding. */
    public LayerSettings withRounding(Rounding other) {
        return new LayerSettings(weightBits, scales, stateBits, activationBits, tableCells, interpolation, other);
    }

    private static void require(String what, int value, int fewest, int most) {
        if (value < fewest || value > most) {
            throw new IllegalArgumentException(what + " are " + fewest + " to " + most + ", not " + value);
        }
    }
}
