package org.ethotag.recording.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ethotag.job.JobMonitor;
import org.ethotag.recording.Recording;
import org.ethotag.recording.RecordingStore;
import org.ethotag.signal.SampleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts that the READMEs of real recordings state, where those recordings are at hand; nothing of them is kept here. */
class RealDataTest {
    private static final Path DATA = Path.of("../shared/datasets");
    private static final String COW_NAMES = "(?<session>\\d+)_(?<label>[A-Za-z]+)_(?<animal>\\d+)_.*";

    @TempDir
    Path folder;

    @Test
    void cowsHaveTheBoutsTheirReadmeCounts() throws IOException {
        var files = files("cow-collar-10hz", ".csv");
        var importer = new RecordingImporter(new RecordingStore(folder));
        var settings = ImportSettings.guessed()
                .withColumns("t=Time,x=BNO055_AX,y=BNO055_AY,z=BNO055_AZ")
                .withUnit("ms2")
                .withZone("America/Santiago")
                .withNamePattern(COW_NAMES);
        var samples = new HashMap<String, Long>();
        var animals = new TreeSet<String>();
        for (var file : files) {
            var imported = importer.importFile(file, settings, JobMonitor.unwatched());
            assertEquals(10, imported.session().rate().hertz(), file.toString());
            assertEquals(0, imported.report().count(FindingKind.GAPS), file.toString());
            assertEquals(0, imported.report().count(FindingKind.NON_FINITE), file.toString());
            assertEquals(1, imported.labels().size(), file.toString());
            samples.merge(
                    imported.labels().getFirst().text(), imported.session().lengthSamples(), Long::sum);
            animals.add(imported.session().animal());
        }
        assertEquals(326, files.size());
        assertEquals(List.of("1219", "1319", "2016", "3321", "4119", "4821", "6019"), List.copyOf(animals));
        assertEquals(
                169_016, samples.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(58_532, samples.get("Grazing"));
        assertEquals(24_909, samples.get("Walking"));
        assertEquals(367, samples.get("Shaking"));
    }

    @Test
    void theSteersRateIsTheOneOfItsStamps() throws IOException {
        var importer = new RecordingImporter(new RecordingStore(folder));
        for (var file : files("steer-collar-unlabelled-10hz", ".csv")) {
            var imported =
                    importer.importFile(file, ImportSettings.guessed().withAnimal("steer"), JobMonitor.unwatched());
            assertThat(imported.session().rate().hertz()).isCloseTo(10.0554, within(1e-4));
            assertEquals("mg", imported.report().unit());
            assertEquals(1000, imported.session().lengthSamples());
            assertEquals(0, imported.report().count(FindingKind.GAPS));
            assertEquals(0, imported.report().count(FindingKind.IMPLAUSIBLE_NORM));
        }
        var first = importer.importFile(
                DATA.resolve("steer-collar-unlabelled-10hz/part_01.csv"),
                ImportSettings.guessed().withAnimal("steer"),
                JobMonitor.unwatched());
        assertEquals(
                Instant.parse("2015-06-12T13:30:00.161041Z"), first.session().start());
        assertEquals(1, first.report().count(FindingKind.ALREADY_IMPORTED));
    }

    @Test
    void wisdmHasTheBackwardStepsAndGapsItsReadmeCounts() throws IOException {
        var store = new RecordingStore(folder);
        var importer = new RecordingImporter(store);
        var settings = ImportSettings.guessed()
                .withColumns("t=3,x=4,y=5,z=6,label=2")
                .withUnit("ms2")
                .withNamePattern("data_(?<animal>\\d+)_.*");
        var facts = List.of(
                "1600 65462 8 14",
                "1605 66195 6 13",
                "1610 64915 7 12",
                "1615 64905 7 11",
                "1620 67194 6 16",
                "1625 66706 7 36");
        var found = files("wisdm-watch-20hz", "watch.txt").stream()
                .map(file -> facts(file, store, importer.importFile(file, settings, JobMonitor.unwatched())))
                .toList();
        assertEquals(facts, found);
    }

    private static String facts(Path file, RecordingStore store, ImportedSession imported) {
        assertThat(imported.session().rate().hertz()).isCloseTo(20, within(0.1));
        assertEquals(1, imported.report().count(FindingKind.RELATIVE_TIME));
        assertEquals(
                18,
                imported.labels().stream().map(ImportedLabel::text).distinct().count());
        return "%s %d %d %d"
                .formatted(
                        imported.session().animal(),
                        imported.report().rows(),
                        imported.report().count(FindingKind.BACKWARD_STAMPS),
                        longGaps(file, store.open(imported.session().id())));
    }

    /** Rows after a step of more than 0.2 s, every one of which must start a stretch. */
    private static long longGaps(Path file, Recording recording) {
        try (recording;
                var lines = Files.lines(file)) {
            var stamps = lines.filter(line -> !line.isBlank())
                    .mapToLong(line -> Long.parseLong(line.split(",")[2]))
                    .toArray();
            var starts = recording.stretches().stream().map(SampleRange::from).collect(Collectors.toSet());
            long gaps = 0;
            for (int i = 1; i < stamps.length; i++) {
                if (stamps[i] - stamps[i - 1] > 200_000_000L) {
                    assertThat(starts).contains((long) i);
                    gaps++;
                }
            }
            return gaps;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files(String set, String ending) throws IOException {
        var root = DATA.resolve(set);
        assumeTrue(Files.isDirectory(root), "the recordings of " + set + " are not here");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
