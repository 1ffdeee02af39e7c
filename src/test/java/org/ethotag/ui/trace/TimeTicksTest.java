package org.ethotag.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void ticksStandOnRoundLocalTimes() {
        assertThat(labels(Duration.ofMinutes(9), "2025-06-01T10:07:00Z", "2025-06-01T10:31:00Z", BERLIN))
                .containsExactly("12:10", "12:20", "12:30");
    }

    @Test
    void theHourThatSpringSkipsHasNoTick() {
        assertThat(labels(Duration.ofMinutes(50), "2025-03-29T23:00:00Z", "2025-03-30T03:00:00Z", BERLIN))
                .containsExactly("00:00", "01:00", "03:00", "04:00", "05:00");
    }

    @Test
    void theHourThatAutumnRepeatsHasItsTicksTwice() {
        assertThat(labels(Duration.ofMinutes(50), "2025-10-25T22:00:00Z", "2025-10-26T02:00:00Z", BERLIN))
                .containsExactly("00:00", "01:00", "02:00", "02:00", "03:00");
    }

    @Test
    void sixHoursApartStaysSixHoursOfTheClockAcrossAChange() {
        assertThat(labels(Duration.ofHours(5), "2025-03-29T22:59:00Z", "2025-03-30T17:00:00Z", BERLIN))
                .containsExactly("00:00", "06:00", "12:00", "18:00");
    }

    @Test
    void daysBeginAtLocalMidnight() {
        assertThat(labels(Duration.ofHours(20), "2025-03-29T12:00:00Z", "2025-03-31T22:00:00Z", BERLIN))
                .containsExactly("Sun 30 Mar", "Mon 31 Mar", "Tue 1 Apr");
    }

    @Test
    void monthsAreNamed() {
        assertThat(labels(Duration.ofDays(20), "2025-01-15T00:00:00Z", "2025-04-02T00:00:00Z", ZoneOffset.UTC))
                .containsExactly("Feb 2025", "Mar 2025", "Apr 2025");
    }

    @Test
    void millisecondsAreShownWhereTheyAreNeeded() {
        assertThat(labels(
                        Duration.ofMillis(150), "2025-01-01T00:00:00.100Z", "2025-01-01T00:00:00.500Z", ZoneOffset.UTC))
                .containsExactly("00:00:00.200", "00:00:00.400");
    }

    @Test
    void ticksAreInOrderInsideAndAtLeastAsFarApartAsAsked() {
        var zones = List.of(BERLIN, ZoneOffset.UTC, ZoneId.of("Asia/Kathmandu"), ZoneId.of("America/New_York"));
        trials(2_000, random -> {
            var from = Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L));
            var apart = Duration.ofMillis((long) Math.pow(10, random.nextDouble() * 9));
            var to = from.plus(apart.multipliedBy(1 + random.nextInt(12)));
            var ticks = TimeTicks.atLeast(apart);
            var found = ticks.between(from, to, zones.get(random.nextInt(zones.size())), Locale.ENGLISH);
            assertThat(ticks.step().length()).isGreaterThanOrEqualTo(apart);
            assertThat(found).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
            assertThat(found)
                    .allMatch(t -> !t.time().isBefore(from) && !t.time().isAfter(to));
        });
    }

    private static List<String> labels(Duration apart, String from, String to, ZoneId zone) {
        return TimeTicks.atLeast(apart).between(Instant.parse(from), Instant.parse(to), zone, Locale.ENGLISH).stream()
                .map(TimeTicks.Tick::label)
                .toList();
    }
}
