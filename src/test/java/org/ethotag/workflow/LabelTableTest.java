package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.ClockMap;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.workflow.LabelTable.Format;
import org.junit.jupiter.api.Test;

class LabelTableTest {
    /** 10 Hz from the hour before the clocks of Berlin go back on 25 October 2026 at 01:00 UTC. */
    private final LabelTable table = new LabelTable(
            "s1",
            ClockMap.regular(Instant.parse("2026-10-25T00:59:00Z"), new SampleRate(10)),
            ZoneId.of("Europe/Berlin"),
            1200);

    private final List<Bout> bouts = List.of(
            new Bout(new SampleRange(0, 600), "grazing"),
            new Bout(new SampleRange(600, 601), "walking, slow"),
            new Bout(new SampleRange(1000, 1200), "resting"));

    @Test
    void everyRowHasTheRealTimeWithTheOffsetOfItsMoment() {
        assertEquals("""
                from,to,start,end,behaviour
                0,600,2026-10-25T02:59+02:00,2026-10-25T02:00+01:00,grazing
                600,601,2026-10-25T02:00+01:00,2026-10-25T02:00:00.100+01:00,"walking, slow"
                1000,1200,2026-10-25T02:00:40+01:00,2026-10-25T02:01+01:00,resting
                """, table.write(bouts, Format.CSV));
    }

    @Test
    void whatIsWrittenIsReadBackInEveryFormat() {
        for (Format format : Format.values()) {
            assertEquals(bouts, table.read(table.write(bouts, format), format, "labels"));
        }
    }

    @Test
    void timesAloneAreEnough() {
        var text = """
                from,to,start,end,behaviour
                ,,2026-10-25T02:59+02:00,2026-10-25T02:01+01:00,grazing
                """;
        assertEquals(List.of(new Bout(new SampleRange(0, 1200), "grazing")), table.read(text, Format.CSV, "labels"));
    }

    @Test
    void audacityHasSecondsFromTheFirstSample() {
        assertEquals(
                "0.000000\t60.000000\tgrazing\n60.000000\t60.100000\twalking, slow\n100.000000\t120.000000\tresting\n",
                table.write(bouts, Format.AUDACITY));
    }

    @Test
    void aWrongLineIsNamed() {
        var text = "from,to,start,end,behaviour\n0,600,,,grazing\n600,twelve,,,walking\n";
        assertThatThrownBy(() -> table.read(text, Format.CSV, "my.csv"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().what()).contains("my.csv", "line 3"));
    }

    @Test
    void aBoutBeyondTheSessionIsRefused() {
        var text = "from,to,start,end,behaviour\n0,1201,,,grazing\n";
        assertThatThrownBy(() -> table.read(text, Format.CSV, "my.csv"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(
                                WorkflowProblem.LABELS_UNREADABLE,
                                failure.problem().code()));
    }
}
