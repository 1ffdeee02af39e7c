package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Trials.trials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.ClockMap;
import org.ethotag.signal.SampleRate;
import org.ethotag.workflow.labels.LabelTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged label files of every format: bouts inside the session, or a problem that names the file. */
class HostileLabelsTest {
    private static final int LENGTH = 1000;

    private final LabelTable table = new LabelTable(
            new SessionTime(
                    "s1",
                    ClockMap.regular(Instant.parse("2025-06-01T12:00:00Z"), new SampleRate(10)),
                    ZoneId.of("UTC"),
                    LENGTH),
            "101",
            0);

    @ParameterizedTest
    @EnumSource(value = LabelTable.Format.class, names = "SAMPLES", mode = EnumSource.Mode.EXCLUDE)
    void noDamageGivesAnythingButBoutsOrAClearProblem(LabelTable.Format format) throws IOException {
        var written = new StringBuilder();
        table.write(bouts("0-100 graze", "100-160 walk", "200-1000 rest"), format, written);
        var whole = written.toString().getBytes(StandardCharsets.UTF_8);
        trials(400, random -> {
            var bytes = random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int flips = random.nextInt(5); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) "9-,\t<\"\u0000zE1".charAt(random.nextInt(10));
            }
            try {
                assertThat(table.read(new String(bytes, StandardCharsets.UTF_8), format, "my-labels"))
                        .allSatisfy(bout -> assertThat(bout.range().to()).isLessThanOrEqualTo(LENGTH));
            } catch (ProblemException clear) {
                assertThat(clear.problem().lines()).contains("my-labels");
            }
        });
    }
}
