package org.ethotag.recording.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethotag.job.JobMonitor;
import org.ethotag.recording.RecordingStore;
import org.ethotag.signal.SampleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Local times across the changes of daylight saving. The moments are those of the IANA time zone database. The rule: a
 * local time that comes twice is its first coming until the times step back; one that never comes counts on from before the
 * change; both are reported with their number.
 */
class DaylightSavingImportTest {
    private static final int SECONDS = 4 * 3600;
    private static final int CHANGE = SECONDS / 2;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @TempDir
    Path folder;

    /** @param doubtful local seconds that come twice, both comings counted */
    record Change(String zone, Instant moment, long doubtful) {
        Instant start() {
            return moment.minusSeconds(CHANGE);
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("Europe/Berlin", Instant.parse("2024-10-27T01:00:00Z"), 7200),
                new Change("Europe/Berlin", Instant.parse("2024-03-31T01:00:00Z"), 0),
                new Change("America/Santiago", Instant.parse("2024-04-07T03:00:00Z"), 7200),
                new Change("America/Santiago", Instant.parse("2024-09-08T04:00:00Z"), 0),
                new Change("Australia/Lord_Howe", Instant.parse("2024-04-06T15:00:00Z"), 3600),
                new Change("Australia/Lord_Howe", Instant.parse("2024-10-05T15:30:00Z"), 0));
    }

    private ImportedSession read(String zone, int rows, Function<Integer, String> stamp) {
        var text = "t,x,y,z\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> stamp.apply(i) + ",0.1,-0.2,0.9" + i % 7 + "\n")
                        .collect(Collectors.joining());
        try {
            var file = Files.writeString(folder.resolve("cow.csv"), text);
            var settings = ImportSettings.guessed().withAnimal("7").withZone(zone);
            return new RecordingImporter(new RecordingStore(folder.resolve("traces")))
                    .importFile(file, settings, JobMonitor.unwatched());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void assertTimes(
            ImportedSession imported, List<SampleRange> stretches, Function<Integer, Instant> expected) {
        try (var recording = new RecordingStore(folder.resolve("traces"))
                .open(imported.session().id())) {
            assertEquals(stretches, recording.stretches());
            for (int i = 0; i < recording.lengthSamples(); i += 7) {
                var off = Duration.between(expected.apply(i), recording.clock().timeOf(i))
                        .abs();
                assertThat(off).as("sample " + i).isLessThan(Duration.ofMillis(1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aClockThatFollowsTheChangeGivesEverySampleItsOwnMoment(Change change) {
        var zone = ZoneId.of(change.zone());
        var imported = read(
                change.zone(),
                SECONDS,
                i -> LOCAL.format(change.start().plusSeconds(i).atZone(zone)));
        assertEquals(change.start(), imported.session().start());
        assertEquals(change.doubtful(), imported.report().count(FindingKind.DAYLIGHT_SAVING));
        assertEquals(0, imported.report().count(FindingKind.GAPS));
        assertTimes(
                imported,
                List.of(new SampleRange(0, SECONDS)),
                i -> change.start().plusSeconds(i));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void stampsWithAnOffsetNeedNoRule(Change change) {
        var zone = ZoneId.of(change.zone());
        var imported = read(
                change.zone(),
                SECONDS,
                i -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        change.start().plusSeconds(i).atZone(zone)));
        assertEquals(0, imported.report().count(FindingKind.DAYLIGHT_SAVING));
        assertTimes(
                imported,
                List.of(new SampleRange(0, SECONDS)),
                i -> change.start().plusSeconds(i));
    }

    @Test
    void timesThatNeverCameCountOnFromBeforeTheChangeAndAreReported() {
        // A clock in Berlin that nobody set: 02:00 to 03:00 on 2024-03-31 is not there, and is 01:00Z to 02:00Z.
        var from = LocalDateTime.parse("2024-03-31T01:30:00");
        var imported = read("Europe/Berlin", 5000, i -> LOCAL.format(from.plusSeconds(i)));
        assertEquals(3200, imported.report().count(FindingKind.DAYLIGHT_SAVING));
        assertEquals(Instant.parse("2024-03-31T00:30:00Z"), imported.session().start());
        assertTimes(
                imported,
                List.of(new SampleRange(0, 5000)),
                i -> Instant.parse("2024-03-31T00:30:00Z").plusSeconds(i));
    }

    @Test
    void aRepeatedHourThatIsSeenOnceIsItsFirstComing() {
        var from = LocalDateTime.parse("2024-10-27T02:10:00");
        var imported = read("Europe/Berlin", 1200, i -> LOCAL.format(from.plusSeconds(i)));
        assertEquals(1200, imported.report().count(FindingKind.DAYLIGHT_SAVING));
        assertEquals(Instant.parse("2024-10-27T00:10:00Z"), imported.session().start());
        assertThat(imported.report()
                        .finding(FindingKind.DAYLIGHT_SAVING)
                        .orElseThrow()
                        .text())
                .contains("1200", "first");
    }
}
