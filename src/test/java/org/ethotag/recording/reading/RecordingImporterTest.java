package org.ethotag.recording.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.ClockMap;
import org.ethotag.recording.RecordingStore;
import org.ethotag.signal.SampleRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingImporterTest {
    private static final Instant START = Instant.parse("2024-05-15T12:00:00Z");
    private static final ImportSettings COW = ImportSettings.guessed().withAnimal("7");

    @TempDir
    Path folder;

    private RecordingStore store;

    @BeforeEach
    void makeStore() {
        store = new RecordingStore(folder.resolve("traces"));
    }

    @Test
    void isoStampsWithHeaderNeedNoSettings() {
        var imported = read("time,x,y,z\n" + rows(100, i -> START.plusMillis(20L * i) + ",0.1,-0.2,0.97"));
        assertEquals(START, imported.session().start());
        assertEquals(50, imported.session().rate().hertz());
        assertEquals(100, imported.session().lengthSamples());
        assertEquals(0.97f, sample(imported, 2, 99));
        assertThat(kinds(imported)).containsExactly(FindingKind.GUESSED_COLUMNS, FindingKind.GUESSED_UNIT);
    }

    @Test
    void dayAndTimeMayStandInColumnsOfTheirOwn() {
        var text = "Time,Date,x,y,z\n"
                + rows(
                        100,
                        i -> String.format(
                                Locale.ROOT, "23:59:%02d.%d00,15/05/2024,0.1,-0.2,0.97", 50 + i / 10, i % 10));
        for (var settings : List.of(COW, COW.withColumns("t=Date+Time,x=x,y=y,z=z"))) {
            var imported = read(text, settings.withZone("UTC"));
            assertEquals(
                    Instant.parse("2024-05-15T23:59:50Z"), imported.session().start());
            assertEquals(10, imported.session().rate().hertz());
            assertEquals(0, imported.report().count(FindingKind.GAPS));
        }
        assertThatThrownBy(() -> read(text + "23:59:59.900,,1,2,3\n")).hasMessageContaining("line 102");
    }

    @Test
    void hoursMayBeThoseOfHalfADay() {
        var text =
                "time,x,y,z\n05/15/2024 11:59:59 AM,0,0,1\n05/15/2024 12:00:00 PM,0,0,1\n05/15/2024 12:00:01 PM,0,0,1\n"
                        + "05/15/2024 12:00:02 pm,0,0,1\n";
        var imported = read(text, COW.withZone("UTC"));
        assertEquals(Instant.parse("2024-05-15T11:59:59Z"), imported.session().start());
        assertEquals(0, imported.report().count(FindingKind.GAPS));
        var midnight = read(text.replace("11:59:59 AM", "12:00:00 AM"), COW.withZone("UTC"));
        assertEquals(Instant.parse("2024-05-15T00:00:00Z"), midnight.session().start());
        assertThatThrownBy(() -> read(text.replace("12:00:01 PM", "13:00:01 PM")))
                .hasMessageContaining("line 4");
    }

    @Test
    void everyLayoutOfTheSameRowsGivesTheSameTrace() {
        String plain = "t,x,y,z\n" + rows(60, i -> START.plusMillis(20L * i) + ",0.1,-0.2,0.97");
        var expected = all(read(plain));
        String semicolons = "t;x;y;z\n" + rows(60, i -> START.plusMillis(20L * i) + ";0,1;-0,2;0,97;");
        for (var text : List.of(
                plain.replace(",", ";"),
                plain.replace(",", "\t"),
                plain.replace(",", "|"),
                plain.replace(",", " "),
                plain.replace("\n", "\r\n"),
                plain.replace("\n", "\r"),
                "\uFEFF" + plain,
                "# made by hand\n" + plain,
                "Device 7\nFirmware 1.2\n\n" + plain,
                plain.replace("t,x,y,z\n", "t,x,y,z\ns,g,g,g\n"),
                plain.replace("0.97", "\"0.97\""),
                plain.substring(8),
                semicolons)) {
            assertEquals(expected, all(read(text)), text.substring(0, 30));
        }
    }

    @Test
    void blankLabelsAtTheEndOfMostRowsDoNotHideTheLayout() {
        String labels = "time;x;y;z;label\n"
                + rows(60, i -> START.plusMillis(20L * i) + ";0,1;-0,2;0,97;" + (i > 40 ? "grazing" : ""));
        for (var text : List.of(labels, "Device 7;;;;\n" + labels)) {
            var imported = read(text);
            assertEquals(50, imported.session().rate().hertz());
            assertEquals(60, imported.session().lengthSamples());
        }
        assertThat(read(labels).labels()).singleElement().satisfies(label -> {
            assertEquals("grazing", label.text());
            assertEquals(new SampleRange(41, 60), label.range());
        });
    }

    @Test
    void gzipIsReadLikeTheFileInIt() throws IOException {
        var text = "t,x,y,z\n" + rows(60, i -> START.plusMillis(20L * i) + ",0.1,-0.2,0.97");
        var file = folder.resolve("a.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        var imported = new RecordingImporter(store).importFile(file, COW, JobMonitor.unwatched());
        assertEquals(60, imported.session().lengthSamples());
        assertEquals("a", imported.session().name());
    }

    @Test
    void numbersSince1970AreReadInEveryUnit() {
        for (long perSecond : new long[] {1, 1_000, 1_000_000, 1_000_000_000}) {
            var imported = read("t,x,y,z\n"
                    + rows(50, i -> stamp(START.getEpochSecond() + i * 0.02, perSecond) + ",0.1,-0.2,0.97"));
            assertEquals(START, imported.session().start(), "unit " + perSecond);
            assertEquals(50, imported.session().rate().hertz());
        }
    }

    @Test
    void aDeviceClockGivesRelativeTimes() {
        var imported = read("t,x,y,z\n" + rows(50, i -> (90_426_708_196_641L + 50_000_000L * i) + ",0.1,-0.2,0.97"));
        assertEquals(Instant.EPOCH, imported.session().start());
        assertEquals(20, imported.session().rate().hertz());
        assertEquals(1, imported.report().count(FindingKind.RELATIVE_TIME));
    }

    @Test
    void withoutTimesTheRateAndAStartAreEnough() {
        var settings = COW.withRate(25).withStart("2024-05-15T12:00:00Z");
        var imported = read("0.1,-0.2,0.97\n".repeat(75), settings);
        assertEquals(START, imported.session().start());
        assertEquals(START.plusSeconds(2), clock(imported).timeOf(50));
        assertEquals(1, imported.report().count(FindingKind.RELATIVE_TIME));
    }

    @Test
    void unitsAreTurnedIntoG() {
        var units = List.of("g 1", "mg 1000", "ms2 9.80665", "m/s2 9.80665", "counts:1024 1024");
        for (var unit : units) {
            var parts = unit.split(" ");
            var imported = read(
                    "0,0," + parts[1] + "\n" + "0,0,0\n".repeat(9),
                    COW.withRate(10).withUnit(parts[0]));
            assertEquals(1f, sample(imported, 2, 0), unit);
        }
    }

    @Test
    void aGapStartsAStretch() {
        var imported =
                read("t,x,y,z\n" + rows(100, i -> START.plusMillis(20L * i + (i >= 40 ? 5000 : 0)) + ",0.1,-0.2,0.97"));
        assertEquals(List.of(new SampleRange(0, 40), new SampleRange(40, 100)), stretches(imported));
        assertEquals(1, imported.report().count(FindingKind.GAPS));
        assertThat(imported.report().finding(FindingKind.GAPS).orElseThrow().text())
                .contains("5.0 s", "lines 42");
        assertEquals(START.plusMillis(5800), clock(imported).timeOf(40));
        assertEquals(50, imported.session().rate().hertz());
    }

    @Test
    void aLongStepIsAGapThoughStampsHurryBeforeAndAfterIt() {
        int[] steps = {270, 10, 10, 10, 10, 10, 230, 10, 10, 10};
        var stamps = new long[300];
        for (int i = 1; i < 300; i++) {
            stamps[i] = stamps[i - 1] + (i >= 200 && i < 210 ? steps[i - 200] : 50);
        }
        var imported = read("t,x,y,z\n" + rows(300, i -> START.plusMillis(stamps[i]) + ",0.1,-0.2,0.97"));
        assertEquals(
                List.of(new SampleRange(0, 200), new SampleRange(200, 206), new SampleRange(206, 300)),
                stretches(imported));
    }

    @Test
    void aStepBackStartsAStretch() {
        var imported =
                read("t,x,y,z\n" + rows(100, i -> START.plusMillis(20L * i - (i >= 40 ? 5000 : 0)) + ",0.1,-0.2,0.97"));
        assertEquals(List.of(new SampleRange(0, 40), new SampleRange(40, 100)), stretches(imported));
        assertEquals(1, imported.report().count(FindingKind.BACKWARD_STAMPS));
    }

    @Test
    void jitterMakesNoGaps() {
        trials(20, random -> {
            var imported = read("t,x,y,z\n"
                    + rows(3000, i -> START.plusMillis(20L * i + random.nextInt(18)) + ",0.1,-0.2," + i % 3));
            assertEquals(1, stretches(imported).size());
            assertThat(imported.session().rate().hertz()).isCloseTo(50, within(0.1));
            for (long sample = 0; sample < 3000; sample += 100) {
                long error = java.time.Duration.between(
                                START.plusMillis(20L * sample), clock(imported).timeOf(sample))
                        .toMillis();
                assertThat(error).isBetween(-40L, 60L);
            }
            store.delete(imported.session().id());
        });
    }

    @Test
    void wholeSecondsAreSpreadOverTheirSamples() {
        var imported = read("t,x,y,z\n" + rows(5000, i -> START.plusSeconds((i + 13) / 50) + ",0.1,-0.2," + i % 3));
        assertEquals(1, stretches(imported).size());
        assertEquals(50, imported.session().rate().hertz());
        assertEquals(1, imported.report().count(FindingKind.COARSE_STAMPS));
        assertEquals(0, imported.report().count(FindingKind.DUPLICATED_STAMPS));
        assertEquals(START.plusMillis(260), clock(imported).timeOf(0));
        assertEquals(START.plusMillis(260 + 20 * 4999), clock(imported).timeOf(4999));
    }

    @Test
    void aDriftingClockIsFollowed() {
        var imported = read("t,x,y,z\n"
                + rows(20_000, i -> START.plusNanos(20_000_000L * i + 10L * i * i / 2) + ",0.1,-0.2," + i % 3));
        for (long sample = 0; sample < 20_000; sample += 500) {
            var expected = START.plusNanos(20_000_000L * sample + 10L * sample * sample / 2);
            assertThat(java.time.Duration.between(expected, clock(imported).timeOf(sample))
                            .toMillis())
                    .isBetween(-20L, 20L);
        }
        assertThat(clock(imported).anchors().size()).isLessThan(100);
    }

    @Test
    void aRepeatedRowIsDroppedAndADuplicatedStampIsKept() {
        var imported = read("t,x,y,z\n" + rows(30, i -> START.plusMillis(20L * i) + ",0.1,-0.2,0.9" + i % 9)
                + START.plusMillis(580) + ",0.1,-0.2,0.92\n" + START.plusMillis(580) + ",0.1,-0.2,0.95\n");
        assertEquals(32, imported.report().rows());
        assertEquals(31, imported.report().samples());
        assertEquals(1, imported.report().count(FindingKind.REPEATED_ROWS));
        assertEquals(1, imported.report().count(FindingKind.DUPLICATED_STAMPS));
    }

    @Test
    void emptyAndNonFiniteValuesAreKeptAsMissing() {
        var values = List.of("", "NaN", "inf", "NA", "null");
        var imported = read("t,x,y,z\n"
                + rows(50, i -> START.plusMillis(20L * i) + ",0.1," + (i < 5 ? values.get(i) : "0") + ",0.97"));
        assertEquals(5, imported.report().count(FindingKind.NON_FINITE));
        assertThat(sample(imported, 1, 4)).isNaN();
    }

    @Test
    void declaredAndImpliedRateAreCompared() {
        var text = "t,x,y,z\n" + rows(500, i -> START.plusMillis(20L * i) + ",0.1,-0.2,0.97");
        assertEquals(0, read(text, COW.withRate(50)).report().count(FindingKind.RATE_MISMATCH));
        var close = read(text, COW.withRate(49));
        assertEquals(1, close.report().count(FindingKind.RATE_MISMATCH));
        assertEquals(49, close.session().rate().hertz());
        assertEquals(50, read(text, COW.withRate(25)).session().rate().hertz());
    }

    @Test
    void daylightSavingIsFollowedInBothDirections() {
        var settings = COW.withZone("Europe/Berlin");
        // 2024-10-27 03:00 CEST became 02:00 CET; 2024-03-31 02:00 CET became 03:00 CEST (IANA time zone database).
        var autumn = read(local(Instant.parse("2024-10-27T00:59:00Z"), "Europe/Berlin"), settings);
        assertEquals(1, stretches(autumn).size());
        assertEquals(Instant.parse("2024-10-27T00:59:00Z"), autumn.session().start());
        assertThat(autumn.report().count(FindingKind.DAYLIGHT_SAVING)).isPositive();
        var spring = read(local(Instant.parse("2024-03-31T00:59:00Z"), "Europe/Berlin"), settings);
        assertEquals(1, stretches(spring).size());
        assertEquals(0, spring.report().count(FindingKind.DAYLIGHT_SAVING));
    }

    @Test
    void stampsWithAnOffsetPutTheSessionThere() {
        var imported = read("time,x,y,z\n"
                + rows(60, i -> START.plusMillis(20L * i).atOffset(ZoneOffset.ofHours(-3)) + ",0.1,-0.2,0.97"));
        assertEquals(ZoneOffset.ofHours(-3), imported.session().zone());
        assertEquals(START, imported.session().start());
    }

    @Test
    void localTimesWithoutZoneAreReported() {
        var imported = read(local(START, "UTC"));
        assertEquals(1200, imported.report().count(FindingKind.ASSUMED_ZONE));
        assertEquals(START, imported.session().start());
    }

    @Test
    void aLabelColumnBecomesRunsCutAtGaps() {
        var imported = read("t,x,y,z,label\n"
                + rows(
                        90,
                        i -> START.plusMillis(20L * i + (i >= 60 ? 9000 : 0)) + ",0.1,-0.2,0.97,"
                                + (i < 30 ? "graze" : i < 80 ? "walk" : "")));
        assertEquals(
                List.of(
                        new ImportedLabel(new SampleRange(0, 30), "graze"),
                        new ImportedLabel(new SampleRange(30, 60), "walk"),
                        new ImportedLabel(new SampleRange(60, 80), "walk")),
                imported.labels());
        assertEquals(2, imported.report().count(FindingKind.LABEL_CHANGES));
    }

    @Test
    void theFileNameTellsAnimalLabelAndSession() throws IOException {
        var file = folder.resolve("12_Grazing_77_x.csv");
        Files.writeString(file, "t,x,y,z\n" + rows(30, i -> START.plusMillis(20L * i) + ",0,0,1"));
        var settings =
                ImportSettings.guessed().withNamePattern("(?<session>\\d+)_(?<label>[A-Za-z]+)_(?<animal>\\d+)_.*");
        var imported = new RecordingImporter(store).importFile(file, settings, JobMonitor.unwatched());
        assertEquals("77", imported.session().animal());
        assertEquals("12", imported.session().name());
        assertEquals(List.of(new ImportedLabel(new SampleRange(0, 30), "Grazing")), imported.labels());
    }

    @Test
    void clippingAndAWrongNormAreNoticed() {
        var clipped = read("x,y,z\n" + rows(200, i -> "0,0," + (i % 50 < 5 ? "2" : "1")), COW.withRate(50));
        assertEquals(20, clipped.report().count(FindingKind.CLIPPED));
        var wrong = read("x,y,z\n" + rows(200, i -> "0,0,0.5"), COW.withRate(50).withUnit("g"));
        assertEquals(1, wrong.report().count(FindingKind.IMPLAUSIBLE_NORM));
        assertEquals(0, wrong.report().count(FindingKind.CLIPPED));
    }

    @Test
    void aShiftedCopyUnderAnotherAnimalIsFound() {
        var random = new java.util.Random(4);
        var values = IntStream.range(0, 3000)
                .mapToObj(_ -> random.nextInt(500) + "," + random.nextInt(500) + "," + (900 + random.nextInt(100)))
                .toList();
        var settings = COW.withRate(10).withUnit("mg");
        read("x,y,z\n" + String.join("\n", values), settings);
        var copy = read("x,y,z\n" + String.join("\n", values.subList(777, 1200)), settings.withAnimal("8"));
        assertThat(copy.report()
                        .finding(FindingKind.IDENTICAL_STRETCHES)
                        .orElseThrow()
                        .text())
                .contains("(7)");
        var own = read("x,y,z\n" + String.join("\n", values.subList(100, 700)), settings);
        assertEquals(0, own.report().count(FindingKind.IDENTICAL_STRETCHES));
    }

    @Test
    void theSameFileAgainIsSaid() {
        var text = "x,y,z\n" + rows(40, i -> "0,0,1");
        read(text, COW.withRate(5));
        assertEquals(1, read(text, COW.withRate(5)).report().count(FindingKind.ALREADY_IMPORTED));
    }

    @Test
    void theHashIsTheFiles() {
        // printf '0,0,1\n' | sha256sum (GNU coreutils)
        assertEquals(
                "6edf941f10a1e0f132c013f8360a57e28f59f25297ddd1a0531a3a8ab1ce7934",
                read("0,0,1\n", COW.withRate(5)).report().sha256());
    }

    @Test
    void aCancelLeavesNothing() throws IOException {
        var file = folder.resolve("a.csv");
        Files.writeString(file, "x,y,z\n" + rows(40_000, i -> "0,0,1"));
        var monitor = new JobMonitor() {
            private double fraction;

            @Override
            public void progress(double now, String doing) {
                fraction = now;
            }

            @Override
            public boolean cancelled() {
                return fraction > 0;
            }
        };
        assertThatThrownBy(() -> new RecordingImporter(store).importFile(file, COW.withRate(5), monitor))
                .isInstanceOf(CancellationException.class);
        assertNothingStored();
    }

    @Test
    void badInputIsSaidWithItsPlaceAndLeavesNothing() {
        var head = "t,x,y,z\n" + rows(20, i -> START.plusMillis(20L * i) + ",0.1,-0.2,0.97");
        var next = START.plusMillis(400);
        refused(head + next + ",0.1,abc,0.97\n", COW, "NOT_A_NUMBER", "line 22, column y", "abc");
        refused(head + next + ",0.1\n", COW, "TOO_FEW_COLUMNS", "line 22");
        refused(head + "yesterday,0.1,0,1\n", COW, "UNREADABLE_TIME", "line 22, column t", "yesterday");
        refused(head, COW.withColumns("t=t,x=ax,y=y,z=z"), "NO_SUCH_COLUMN", "ax");
        refused(head, COW.withColumns("x:1"), "BAD_COLUMNS_OPTION", "x:1");
        refused(head, COW.withColumns("t=1,x=2,y=3,z=9"), "NO_SUCH_COLUMN", "9");
        refused("", COW, "EMPTY_FILE", "f.csv");
        refused("t,x,y,z\n", COW, "ONLY_HEADER", "f.csv");
        refused("t,x,y,z", COW, "ONLY_HEADER", "f.csv");
        refused(head + "\0\0\0", COW, "BINARY_FILE", "f.csv");
        refused("x,y,z\n0,0,1\n", COW, "MISSING_RATE", "f.csv");
        refused(head, COW.withUnit("stone"), "UNKNOWN_UNIT", "stone");
        refused(head, COW.withUnit("counts:-3"), "UNKNOWN_UNIT", "counts:-3");
        refused(head, COW.withZone("Mars/Olympus"), "UNKNOWN_ZONE", "Mars");
        refused("0,0,1\n", COW.withRate(5).withStart("soon"), "UNKNOWN_START", "soon");
        refused("0,0,1\n", COW.withRate(5).withStart("3024-01-01T00:00:00Z"), "UNKNOWN_START", "3024");
        refused(head, COW.withDelimiter("ab"), "BAD_DELIMITER", "ab");
        refused(head, COW.withRate(-1), "BAD_RATE", "-1");
        refused(head, COW.withNamePattern("(?<animal>\\d+)"), "NAME_DOES_NOT_MATCH", "f.csv");
        refused(head, COW.withNamePattern("(((("), "BAD_NAME_PATTERN", "((((");
        refused(head, ImportSettings.guessed(), "MISSING_ANIMAL", "f.csv");
        refused(head.replace("0.97", "300"), COW, "AMBIGUOUS_UNIT", "300");
        refused("l_ax,l_ay,l_az,r_ax,r_ay,r_az\n0,0,1,0,0,1\n", COW.withRate(5), "AMBIGUOUS_COLUMNS", "f.csv");
        refused("t,x,y,z\n" + rows(9, i -> "03/04/2024 12:00:0" + i + ",0,0,1"), COW, "AMBIGUOUS_DATE", "03/04/2024");
        refused(head + "\"" + next + ",0,0,1\n", COW, "", "f.csv");
    }

    @Test
    void badBytesAreSaidWithTheirLine() throws IOException {
        var file = folder.resolve("f.csv");
        Files.write(file, ("x,y,z\n0,0,1\n# K\u00fche\n0,0,1\n").getBytes(StandardCharsets.ISO_8859_1));
        refused(file, COW.withRate(5), "NOT_UTF8", "line 3");
    }

    @Test
    void aFolderAndAMissingFileAreSaid() {
        refused(folder, COW, "IS_A_FOLDER", folder.toString());
        refused(folder.resolve("no.csv"), COW, "NO_SUCH_FILE", "no.csv");
    }

    @Test
    void aCutGzipIsSaid() throws IOException {
        var file = folder.resolve("f.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("x,y,z\n" + rows(5000, i -> i % 7 + ",0,1")).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 60));
        refused(file, COW.withRate(5).withUnit("g"), "CANNOT_READ_FILE", "f.csv.gz");
    }

    private void refused(String text, ImportSettings settings, String code, String... words) {
        var file = folder.resolve("f.csv");
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        refused(file, settings, code, words);
    }

    private void refused(Path file, ImportSettings settings, String code, String... words) {
        assertThatThrownBy(() -> new RecordingImporter(store).importFile(file, settings, JobMonitor.unwatched()))
                .as(code + " with " + settings)
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    if (!code.isEmpty()) {
                        assertEquals(code, thrown.problem().code().name());
                    }
                    assertThat(thrown.problem().lines()).contains(words);
                });
        assertNothingStored();
    }

    private void assertNothingStored() {
        try (var files = Files.list(folder.resolve("traces"))) {
            assertThat(files).isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ImportedSession read(String text) {
        return read(text, COW);
    }

    private ImportedSession read(String text, ImportSettings settings) {
        var file = folder.resolve("f.csv");
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new RecordingImporter(store).importFile(file, settings, JobMonitor.unwatched());
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(i -> row.apply(i) + "\n").collect(Collectors.joining());
    }

    /** Two minutes of local times at 10 Hz as a logger on the farm writes them. */
    private static String local(Instant from, String zone) {
        var format = java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.S", Locale.ROOT)
                .withZone(java.time.ZoneId.of(zone));
        return "t,x,y,z\n" + rows(1200, i -> format.format(from.plusMillis(100L * i)) + ",0.1,-0.2,0.9" + i % 7);
    }

    private static String stamp(double seconds, long perSecond) {
        return new java.math.BigDecimal(String.format(Locale.ROOT, "%.2f", seconds))
                .multiply(java.math.BigDecimal.valueOf(perSecond))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static List<FindingKind> kinds(ImportedSession imported) {
        return imported.report().findings().stream().map(Finding::kind).toList();
    }

    private float sample(ImportedSession imported, int axis, int sample) {
        try (var recording = store.open(imported.session().id())) {
            return recording.read(new SampleRange(sample, sample + 1L)).at(axis, 0);
        }
    }

    private org.ethotag.signal.Samples all(ImportedSession imported) {
        try (var recording = store.open(imported.session().id())) {
            return recording.read(new SampleRange(0, recording.lengthSamples()));
        }
    }

    private ClockMap clock(ImportedSession imported) {
        try (var recording = store.open(imported.session().id())) {
            return recording.clock();
        }
    }

    private List<SampleRange> stretches(ImportedSession imported) {
        try (var recording = store.open(imported.session().id())) {
            return recording.stretches();
        }
    }
}
