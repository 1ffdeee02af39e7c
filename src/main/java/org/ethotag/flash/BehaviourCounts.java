package org.ethotag.flash;

import java.time.Instant;
import java.util.List;
import org.ethotag.flash.smp.Fields;

/**
 * What the tag counted in one period of 256 inferences.
 *
 * @param index counts the periods since the model was installed
 * @param end when the period ended, by the tag's clock
 * @param counts inferences per class, in the order of the model's classes
 */
public record BehaviourCounts(long index, Instant end, List<Integer> counts) {
    /** Inferences in one period (327.68 s at 50 Hz and a stride of 64 samples). */
    public static final int INFERENCES = 256;

    public BehaviourCounts {
        counts = List.copyOf(counts);
    }

    static List<BehaviourCounts> listOf(Fields answer) {
        return answer.list("periods").stream()
                .map(entry -> new BehaviourCounts(
                        entry.number("i").orElse(0),
                        Instant.ofEpochSecond(entry.count("end").orElse(0)),
                        entry.numbers("counts").stream().map(Math::toIntExact).toList()))
                .toList();
    }
}
