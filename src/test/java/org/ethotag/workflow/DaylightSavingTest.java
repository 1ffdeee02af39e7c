package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ethotag.label.Bout;
import org.ethotag.recording.ClockMap;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.workflow.labels.LabelTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Labels across the changes of daylight saving, out and back. The moments of the changes are those of the IANA time zone
 * database: Berlin and Santiago by an hour, Lord Howe Island by half of one.
 */
class DaylightSavingTest {
    private static final int LENGTH = 4 * 3600 * 10;

    /** A change of a zone, with what its clocks showed before and after. */
    record Change(String zone, Instant moment, String before, String after) {}

    static Stream<Change> changes() {
        return Stream.of(
                new Change("Europe/Berlin", Instant.parse("2024-10-27T01:00:00Z"), "+02:00", "+01:00"),
                new Change("Europe/Berlin", Instant.parse("2024-03-31T01:00:00Z"), "+01:00", "+02:00"),
                new Change("America/Santiago", Instant.parse("2024-04-07T03:00:00Z"), "-03:00", "-04:00"),
                new Change("America/Santiago", Instant.parse("2024-09-08T04:00:00Z"), "-04:00", "-03:00"),
                new Change("Australia/Lord_Howe", Instant.parse("2024-04-06T15:00:00Z"), "+11:00", "+10:30"),
                new Change("Australia/Lord_Howe", Instant.parse("2024-10-05T15:30:00Z"), "+10:30", "+11:00"));
    }

    private static LabelTable table(Change change) {
        var start = change.moment().minus(Duration.ofHours(2));
        var clock = ClockMap.regular(start, new SampleRate(10));
        return new LabelTable(new SessionTime("s1", clock, ZoneId.of(change.zone()), LENGTH), "101", 0);
    }

    /** Bouts that border on the change, lie across it, and lie anywhere. */
    private static List<Bout> bouts(Random random) {
        int change = LENGTH / 2;
        var bouts = new ArrayList<Bout>();
        bouts.add(new Bout(new SampleRange(0, change - 600), "before"));
        bouts.add(new Bout(new SampleRange(change - 600, change - 1), "up to it"));
        bouts.add(new Bout(new SampleRange(change - 1, change + 1 + random.nextInt(50)), "across"));
        long from = bouts.getLast().range().to();
        while (from < LENGTH) {
            long to = Math.min(LENGTH, from + 1 + random.nextInt(9000));
            bouts.add(new Bout(new SampleRange(from, to), "b" + random.nextInt(5)));
            from = to + random.nextInt(200);
        }
        return bouts;
    }

    private static String write(LabelTable table, List<Bout> bouts, LabelTable.Format format) {
        var text = new StringBuilder();
        try {
            table.write(bouts, format, text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyFormatGivesTheSameSamplesBack(Change change) {
        var table = table(change);
        trials(20, random -> {
            var bouts = bouts(random);
            for (var format : List.of(
                    LabelTable.Format.CSV,
                    LabelTable.Format.BORIS,
                    LabelTable.Format.ELAN,
                    LabelTable.Format.AUDACITY)) {
                assertEquals(bouts, table.read(write(table, bouts, format), format, "labels"), format.name());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("changes")
    void timesAloneAreEnoughBecauseEveryOneHasItsOffset(Change change) {
        var table = table(change);
        trials(20, random -> {
            var bouts = bouts(random);
            var timesOnly = write(table, bouts, LabelTable.Format.CSV).replaceAll("(?m)^\\d+,\\d+,", ",,");
            assertThat(timesOnly).contains(change.before()).contains(change.after());
            assertEquals(bouts, table.read(timesOnly, LabelTable.Format.CSV, "labels"));
        });
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everySampleHasARowWhoseTimeIsItsOwn(Change change) {
        var table = table(change);
        var whole = List.of(new Bout(new SampleRange(0, LENGTH), "graze"));
        var times = write(table, whole, LabelTable.Format.SAMPLES)
                .lines()
                .filter(line -> line.contains("graze"))
                .toList();
        assertEquals(LENGTH, times.size());
        assertThat(times).doesNotHaveDuplicates();
    }
}
