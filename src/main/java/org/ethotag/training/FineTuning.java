package org.ethotag.training;

import java.util.List;
import org.ethotag.quantization.LayerSettings;

/**
 * Whether a distilled student learns on with the tag's arithmetic.
 *
 * @param weightBits widths of the weights, one student each, 2 to 16; none if nobody learns on
 * @param training how it learns on
 */
public record FineTuning(List<Integer> weightBits, TrainingSettings training) {
    public FineTuning {
        weightBits = List.copyOf(weightBits);
        if (weightBits.stream().anyMatch(bits -> bits < LayerSettings.FEWEST_WEIGHT_BITS || bits > Short.SIZE)
                || weightBits.stream().distinct().count() != weightBits.size()) {
            throw new IllegalArgumentException("widths of weights: " + weightBits);
        }
    }

    /** Distilled students stay as they are. */
    public static FineTuning none() {
        return new FineTuning(List.of(), TrainingSettings.aware());
    }
}
