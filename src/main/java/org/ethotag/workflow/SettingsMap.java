package org.ethotag.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.TrainingSettings;

/** Settings of learning as a run's manifest keeps them: one line per number, in the words of the settings. */
final class SettingsMap {
    private SettingsMap() {}

    static Map<String, String> of(String who, TrainingSettings settings) {
        var map = new LinkedHashMap<String, String>();
        map.put(who + ".epochs", String.valueOf(settings.epochs()));
        map.put(who + ".batch", String.valueOf(settings.batch()));
        map.put(who + ".optimiser", String.valueOf(settings.optimiser()));
        map.put(who + ".schedule", String.valueOf(settings.schedule()));
        map.put(who + ".learningRate", String.valueOf(settings.learningRate()));
        map.put(who + ".weightDecay", String.valueOf(settings.weightDecay()));
        map.put(who + ".clipNorm", String.valueOf(settings.clipNorm()));
        map.put(who + ".classWeights", String.valueOf(settings.classWeights()));
        map.put(who + ".augmentation", String.valueOf(settings.augmentation()));
        map.put(who + ".keep", String.valueOf(settings.keep()));
        map.put(who + ".threads", String.valueOf(settings.threads()));
        return map;
    }

    static Map<String, String> of(DistillationSettings settings) {
        return Map.of(
                "distillation.temperature", String.valueOf(settings.temperature()),
                "distillation.alpha", String.valueOf(settings.alpha()));
    }
}
