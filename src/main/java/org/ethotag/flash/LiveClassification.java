package org.ethotag.flash;

import java.util.List;
import org.ethotag.flash.smp.Fields;

/**
 * What the tag makes of the animal just now.
 *
 * @param number counts the windows since the tag started; -1 if none is whole yet
 * @param modelId the model that answered
 * @param classIndex index into the model's classes
 * @param label that class in words
 * @param logits one int32 per class
 */
public record LiveClassification(long number, String modelId, int classIndex, String label, List<Integer> logits) {
    public LiveClassification {
        logits = List.copyOf(logits);
    }

    static LiveClassification of(Fields answer) {
        return new LiveClassification(
                answer.number("n").orElse(0),
                answer.text("model").orElse(""),
                answer.count("class").orElse(0),
                answer.text("label").orElse(""),
                answer.numbers("logits").stream().map(Math::toIntExact).toList());
    }
}
