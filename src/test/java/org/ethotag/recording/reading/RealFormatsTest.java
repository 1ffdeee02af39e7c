package org.ethotag.recording.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.recording.Recording;
import org.ethotag.recording.RecordingStore;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that other programs read from real devices' files, where those files are at hand; nothing of them is kept here. */
class RealFormatsTest {
    private static final Path FORMATS = Path.of("../shared/formats");

    /** Where between two samples a resampled one lies differs a little between the readers: 0.2 %. */
    private static final double SUM_SLACK = 50;

    @TempDir
    Path folder;

    /**
     * The other reader (R package GGIRread 1.0) resamples to 100 Hz: 17,599 samples whose absolute values add up to 25,367 g,
     * the fifth at Unix time 1551174906.040, which takes the device's clock for one an hour ahead of UTC. The device itself ran at 98.87 Hz and stored 145 blocks of 120.
     */
    @Test
    void anAxivityAx3RecordingIsWhatAnotherReaderSees() throws IOException {
        var imported = read("axivity/ax3_testfile.cwa", "Europe/Berlin");
        assertEquals(145 * 120, imported.session().lengthSamples());
        assertThat(imported.session().rate().hertz()).isEqualTo(98.87, within(0.02));
        assertEquals(0, imported.report().count(FindingKind.GAPS));
        assertEquals(0, imported.report().count(FindingKind.DAMAGED_BLOCKS));
        try (var trace = open(imported)) {
            var all = trace.read(new SampleRange(0, trace.lengthSamples()));
            assertThat(sumAt100Hz(trace, all)).isEqualTo(25_367, within(SUM_SLACK));
            assertThat(seconds(trace.clock().timeOf(0))).isEqualTo(1551174906.0, within(0.02));
            double end = seconds(trace.clock().timeOf(all.length()));
            assertThat(end).isEqualTo(1551174906.0 + 175.99, within(0.02));
            assertThat(all.at(0, 120)).isEqualTo(0.7656f, within(0.01f));
        }
    }

    @Test
    void anAxivityAx6RecordingGivesOneGAtRest() throws IOException {
        var imported = read("axivity/ax6_testfile.cwa", "UTC");
        assertThat(imported.session().lengthSamples() % 40).isZero();
        assertEquals(0, imported.report().count(FindingKind.DAMAGED_BLOCKS));
        assertEquals(0, imported.report().count(FindingKind.IMPLAUSIBLE_NORM));
    }

    /** The maker's own program exported the same recording to three decimals. */
    @Test
    void anActigraphRecordingIsWhatItsMakerExports() throws IOException {
        var imported = read("actigraph/neo.gt3x", "");
        var expected = Files.readAllLines(FORMATS.resolve("actigraph/neo.csv"));
        var rows = expected.subList(11, expected.size());
        assertEquals(rows.size(), imported.session().lengthSamples());
        assertEquals(30, imported.session().rate().hertz());
        assertEquals(Instant.parse("2021-12-20T17:55:00Z"), imported.session().start());
        try (var trace = open(imported)) {
            var all = trace.read(new SampleRange(0, rows.size()));
            for (int i = 0; i < rows.size(); i++) {
                var cells = List.of(rows.get(i).split(","));
                float[] row = {
                    Float.parseFloat(cells.get(0)), Float.parseFloat(cells.get(1)), Float.parseFloat(cells.get(2))
                };
                assertArrayEquals(row, sample(all, i), 0.000_501f, "row " + i);
            }
        }
    }

    @Test
    void theTableThatAMakersProgramExportsIsReadToo() throws IOException {
        var imported = read("actigraph/neo.csv", "", ImportSettings.guessed().withRate(30));
        assertEquals(18_004, imported.session().lengthSamples());
    }

    /** Sum of absolute values of all axes after linear interpolation to 100 Hz from the first sample on. */
    private static double sumAt100Hz(Recording trace, Samples all) {
        double start = seconds(trace.clock().timeOf(0));
        double sum = 0;
        int before = 0;
        for (int i = 0; i < 17_599; i++) {
            double time = start + i / 100.0;
            while (before + 2 < all.length() && seconds(trace.clock().timeOf(before + 1)) <= time) {
                before++;
            }
            double from = seconds(trace.clock().timeOf(before));
            double part = (time - from) / (seconds(trace.clock().timeOf(before + 1)) - from);
            for (int axis = 0; axis < 3; axis++) {
                sum += Math.abs(all.at(axis, before) * (1 - part) + all.at(axis, before + 1) * part);
            }
        }
        return sum;
    }

    private static float[] sample(Samples samples, int i) {
        return new float[] {samples.at(0, i), samples.at(1, i), samples.at(2, i)};
    }

    private static double seconds(Instant time) {
        return Duration.between(Instant.EPOCH, time).toNanos() / 1e9;
    }

    private ImportedSession read(String file, String zone) {
        return read(file, zone, ImportSettings.guessed());
    }

    private ImportedSession read(String file, String zone, ImportSettings settings) {
        var path = FORMATS.resolve(file);
        assumeTrue(Files.exists(path), path + " is not here");
        var asked = settings.withAnimal("wearer").withZone(zone);
        return new RecordingImporter(new RecordingStore(folder)).importFile(path, asked, JobMonitor.unwatched());
    }

    private Recording open(ImportedSession imported) {
        return new RecordingStore(folder).open(imported.session().id());
    }
}
