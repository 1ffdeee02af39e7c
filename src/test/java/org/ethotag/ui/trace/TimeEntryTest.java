package org.ethotag.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.ArrayTrace;
import org.ethotag.ui.trace.TimeEntry.Place;
import org.junit.jupiter.api.Test;

/** One sample a minute from Saturday, 29 March 2025, 23:30 in Berlin on, over the night that skips an hour. */
class TimeEntryTest {
    private static final SampleRate RATE = new SampleRate(1 / 60.0);
    private static final int LENGTH = 3_000;
    private static final Instant START = Instant.parse("2025-03-29T22:30:00Z");

    private final TimeEntry entry = entry("Europe/Berlin", TimeMap.steady(START, RATE), new SampleRange(0, LENGTH));

    private static TimeEntry entry(String zone, TimeMap time, SampleRange... stretches) {
        var source = new TraceSource(ArrayTrace.ramp(LENGTH), time, ZoneId.of(zone), RATE, List.of(stretches));
        return new TimeEntry(source, Locale.ENGLISH);
    }

    private long at(String text, long cursor) {
        return entry.find(text, cursor) instanceof Place.Found(long sample, String _) ? sample : -1;
    }

    @Test
    void aClockTimeIsOnTheDayOfTheCursor() {
        assertThat(at("23:45", 0)).isEqualTo(15);
        assertThat(at("10:00", 1_000))
                .isEqualTo(570); // eight and a half hours of the clock after midnight and one was skipped
        assertThat(at("10:00:30", 1_000)).isEqualTo(570);
    }

    @Test
    void aClockTimeBeforeTheBeginningIsOnTheNextDay() {
        assertThat(at("00:30", 0)).isEqualTo(60);
    }

    @Test
    void aDateWithTimeIsFoundHoweverItIsWritten() {
        for (String text : List.of(
                "2025-03-30 10:00",
                "2025-03-30T10:00",
                "2025-3-30 10:00:00.5",
                "30.3.2025 10:00",
                "30 Mar 2025 10:00",
                "30 march 2025 10:00",
                "2025/03/30 10:00",
                "2025-03-30 10:00+02:00",
                "2025-03-30T08:00Z",
                "Sun 30 Mar 2025 10:00")) {
            assertThat(at(text, 0)).as(text).isEqualTo(570);
        }
    }

    @Test
    void aDateAloneIsItsMidnight() {
        assertThat(at("2025-03-30", 0)).isEqualTo(30);
    }

    @Test
    void theHourThatIsSkippedIsAnHourLater() {
        assertThat(at("2025-03-30 02:30", 0))
                .isEqualTo(at("2025-03-30 03:30", 0))
                .isEqualTo(180);
    }

    @Test
    void theHourThatIsRepeatedIsTheEarlierOneUnlessAnOffsetSaysElse() {
        var autumn = entry(
                "Europe/Berlin",
                TimeMap.steady(Instant.parse("2025-10-25T22:00:00Z"), RATE),
                new SampleRange(0, LENGTH));
        assertThat(List.of(autumn.find("02:30", 0), autumn.find("2025-10-26 02:30+01:00", 0)))
                .extracting(place -> ((Place.Found) place).sample())
                .containsExactly(150L, 210L);
    }

    @Test
    void elapsedTimeCountsFromTheBeginning() {
        assertThat(List.of(at("+1:30", 9), at("+ 1:30:59", 9), at("+1 d 2h 5 min", 9), at("+90 s", 9), at("+0.5h", 9)))
                .isEqualTo(List.of(90L, 90L, 1_565L, 1L, 30L));
    }

    @Test
    void aNumberSignNamesASample() {
        assertThat(List.of(at("#0", 5), at("# 2999", 5))).isEqualTo(List.of(0L, 2_999L));
    }

    @Test
    void everyTimeThatIsShownIsFoundAgain() {
        var berlin = ZoneId.of("Europe/Berlin");
        for (long sample = 0; sample < LENGTH; sample += 7) {
            var shown = START.plusSeconds(60 * sample).atZone(berlin);
            assertThat(at(shown.toLocalDateTime().toString().replace('T', ' '), 0))
                    .isEqualTo(sample);
        }
    }

    @Test
    void aTimeInAGapIsTheSampleAfterIt() {
        TimeMap jumping = sample -> START.plusSeconds(60 * sample + (sample >= 100 ? 7_200 : 0));
        var gap = entry("UTC", jumping, new SampleRange(0, 100), new SampleRange(100, LENGTH));
        assertThat(gap.find("2025-03-30 01:00", 0)).isInstanceOfSatisfying(Place.Found.class, found -> {
            assertThat(found.sample()).isEqualTo(100);
            assertThat(found.said()).startsWith("In a gap.");
        });
    }

    @Test
    void whatIsOutsideSaysFromWhenToWhen() {
        assertThat(entry.find("2024-01-01 12:00", 0))
                .isInstanceOfSatisfying(
                        Place.Nowhere.class,
                        nowhere -> assertThat(nowhere.why())
                                .contains("Mon 1 Jan 2024 12:00:00.000 CET")
                                .contains("Sat 29 Mar 2025 23:30:00.000 CET")
                                .contains("Tue 1 Apr 2025 02:29:00.000 CEST"));
        assertThat(entry.find("#3000", 0)).isInstanceOf(Place.Nowhere.class);
    }

    @Test
    void whatIsNoTimeIsRefusedWithExamples() {
        for (String text :
                List.of("soon", "25:00", "2025-13-01", "+", "#", "# -1", "+3 weeks", "10:7", "99999999999999999999")) {
            assertThat(entry.find(text, 0)).as(text).isInstanceOf(Place.Nowhere.class);
        }
    }
}
