package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.export.image.Images;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.Students;
import org.junit.jupiter.api.Test;

class GoldenWindowsTest {
    @Test
    void readingGivesWhatWasWritten() {
        var golden = Images.payload(1, 16).golden();
        assertThat(GoldenWindows.parse(golden.bytes())).isEqualTo(golden);
    }

    @Test
    void allClassesTakeTurnsAndARareOneDoesNotHoldUpTheOthers() {
        var student = Students.random(new Random(2), 8, 6, 3, 1);
        var all = Students.smooth(new Random(2), 60, student);
        int[] rareThird = IntStream.range(0, 60).filter(i -> i % 3 < 2 || i < 6).toArray();
        var dataset = all.only(rareThird);
        var blob = ModelBlob.of(Students.quantize(student, 16));
        var golden = GoldenWindows.of(blob, dataset, 16);
        var seen = new int[3];
        for (GoldenWindow window : golden.windows()) {
            seen[label(dataset, blob, window)]++;
        }
        assertThat(seen).containsExactly(7, 7, 2);
    }

    private static int label(Dataset dataset, ModelBlob blob, GoldenWindow window) {
        return IntStream.range(0, dataset.size())
                .filter(i -> Arrays.deepEquals(window.counts(), blob.graph().counts(dataset.valuesG(i))))
                .map(i -> dataset.windows().get(i).label())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theModelPassesItsOwnWindowsAndAnotherModelFails() {
        var payload = Images.payload(3, 24);
        assertThat(payload.golden().windows()).hasSize(24);
        assertThat(payload.golden().failures(new IntegerEngine(payload.blob().graph())))
                .isEmpty();
        assertThat(payload.golden().failures(new IntegerEngine(Images.blob(4).graph())))
                .hasSize(24);
    }

    @Test
    void noWindowsIsARecordToo() {
        var none = GoldenWindows.none(Images.blob(5));
        assertThat(none.bytes()).hasSize(32);
        assertThat(GoldenWindows.parse(none.bytes())).isEqualTo(none);
    }
}
