package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.ethotag.project.RunManifest;
import org.ethotag.workflow.run.RunKind;
import org.junit.jupiter.api.Test;

class QuantizedRunTest {
    @Test
    void onlyARunWithReasonsAgainstItCannotBeExported() {
        assertThat(QuantizedRun.canBeExported(run(Map.of("quantization.weightBits", "8"))))
                .isTrue();
        assertThat(QuantizedRun.canBeExported(
                        run(Map.of("quantization.studyOnly", "the state has 8 bits instead of 16"))))
                .isFalse();
    }

    private static RunManifest run(Map<String, String> settings) {
        return new RunManifest("quantized-1", RunKind.QUANTIZED.id(), Instant.EPOCH, settings, Map.of(), 1, Map.of());
    }
}
