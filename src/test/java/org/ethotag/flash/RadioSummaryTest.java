package org.ethotag.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;

class RadioSummaryTest {
    @Test
    void itIsTwelveBytesInTheOrderOfItsPage() {
        var summary = new RadioSummary(0x1234, Instant.parse("2026-11-22T18:00:00Z"), List.of(200, 40, 15, 1));
        // `date -u -d 2026-11-22T18:00:00Z +%s` says 1795370400, which is 0x6B032DA0
        assertThat(HexFormat.ofDelimiter(" ").formatHex(summary.bytes()))
                .isEqualTo("c8 28 0f 01 00 00 a0 2d 03 6b 34 12");
    }

    @Test
    void aClassWithAllInferencesIsNotLost() {
        var summary = new RadioSummary(1, Instant.EPOCH, List.of(0, 256, 0));
        assertThat(summary.bytes()).startsWith(0, 255, 0, 0, 0, 0);
        assertThat(RadioSummary.of(summary.bytes(), 3)).isEqualTo(summary);
        assertThat(RadioSummary.of(new RadioSummary(1, Instant.EPOCH, List.of(1, 255)).bytes(), 2)
                        .counts())
                .containsExactly(1, 255);
    }

    @Test
    void everyPeriodComesBackAsItWasSent() {
        trials(2_000, random -> {
            var counts = new ArrayList<Integer>();
            int left = BehaviourCounts.INFERENCES;
            for (int classes = 1 + random.nextInt(6); classes > 1; classes--) {
                int count = random.nextInt(left + 1);
                counts.add(count);
                left -= count;
            }
            counts.add(left);
            var summary = new RadioSummary(
                    random.nextInt(65536), Instant.ofEpochSecond(random.nextInt() & 0xFFFFFFFFL), counts);
            assertThat(RadioSummary.of(summary.bytes(), counts.size())).isEqualTo(summary);
        });
    }

    @Test
    void whatIsNoPeriodIsRefused() {
        byte[] short11 = new byte[11];
        byte[] nothing = new byte[12];
        byte[] beyond = new RadioSummary(1, Instant.EPOCH, List.of(6, 100, 150)).bytes();
        byte[] two255 = nothing.clone();
        two255[0] = (byte) 255;
        two255[1] = (byte) 255;
        byte[] sum255 = nothing.clone();
        sum255[0] = (byte) 200;
        sum255[1] = 55;
        for (byte[] bytes : List.of(short11, nothing, beyond, two255, sum255)) {
            assertThatThrownBy(() -> RadioSummary.of(bytes, 2)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void anyTwelveBytesAreACountOf256OrAProblem() {
        trials(20_000, random -> {
            byte[] bytes = new byte[12];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                bytes[1] = (byte) (256 - Byte.toUnsignedInt(bytes[0]));
                bytes[2] = bytes[3] = bytes[4] = bytes[5] = 0;
            }
            try {
                var summary = RadioSummary.of(bytes, 1 + random.nextInt(6));
                assertThat(summary.counts().stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(256);
                assertThat(summary.bytes()).isEqualTo(bytes);
            } catch (ProblemException refused) {
                assertThat(refused.problem().lines()).doesNotContain("{");
            }
        });
    }
}
