package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;

import org.ethotag.export.image.Images;
import org.ethotag.quantization.Students;
import org.junit.jupiter.api.Test;

class ModelBlobTest {
    @Test
    void readingGivesTheGraphThatWasWrittenInEveryLayout() {
        trials(60, random -> {
            var graph = Students.randomGraph(random);
            for (WeightLayout layout : WeightLayout.values()) {
                var blob = ModelBlob.of(graph, layout);
                var read = ModelBlob.parse(blob.bytes());
                assertThat(read.graph()).isEqualTo(graph);
                assertThat(read).isEqualTo(blob);
            }
        });
    }

    @Test
    void aCoreWithDualProductsGetsWordsOfTwoColumns() {
        assertThat(WeightLayout.forCore("cortex-m3")).isEqualTo(WeightLayout.SIX_ROW_BLOCKS);
        assertThat(WeightLayout.forCore("cortex-m4f")).isEqualTo(WeightLayout.SIX_ROW_WORDS);
        assertThat(WeightLayout.forCore("riscv")).isEqualTo(WeightLayout.SIX_ROW_BLOCKS);
        for (WeightLayout layout : WeightLayout.values()) {
            var graph = Images.blob(1).graph();
            assertThat(ModelBlob.of(graph, layout).layoutId()).isEqualTo(layout.id());
        }
    }
}
