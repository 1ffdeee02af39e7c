package org.ethotag.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingStoreTest {
    private static final Instant START = Instant.parse("2024-05-15T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBackBitByBit() {
        trials(12, random -> {
            var store = new RecordingStore(folder);
            var written = values(random, lengthOf(random), random.nextBoolean());
            write(store, "s", written, random.nextBoolean() ? 0.001 : 0);
            try (var recording = store.open("s")) {
                assertEquals(written[0].length, recording.lengthSamples());
                assertEquals(Samples.of(written), recording.read(new SampleRange(0, written[0].length)));
            }
            store.delete("s");
        });
    }

    @Test
    void aPartIsReadAcrossChunks() {
        var store = new RecordingStore(folder);
        var written = values(new Random(1), 200_000, true);
        write(store, "s", written, 0.001);
        try (var recording = store.open("s")) {
            trials(50, random -> {
                int from = random.nextInt(200_000);
                int to = from + random.nextInt(200_000 - from + 1);
                var part = recording.read(new SampleRange(from, to));
                for (int i = from; i < to; i += 97) {
                    assertEquals(written[1][i], part.at(1, i - from));
                }
            });
        }
    }

    @Test
    void valuesOnAGridTakeTwoBytesEach() throws IOException {
        var store = new RecordingStore(folder);
        write(store, "grid", values(new Random(1), 65_536, true), 0.001);
        write(store, "float", values(new Random(1), 65_536, false), 0.001);
        assertThat(Files.size(folder.resolve("grid.trace"))).isBetween(393_216L, 393_216L + 200_000);
        assertThat(Files.size(folder.resolve("float.trace"))).isGreaterThan(786_432L);
    }

    @Test
    void columnsHoldEverySampleOnceWhateverTheZoom() {
        var store = new RecordingStore(folder);
        trials(6, random -> {
            int length = lengthOf(random);
            var written = values(random, length, random.nextBoolean());
            written[0][random.nextInt(length)] = 30;
            write(store, "s", written, 0.001);
            try (var recording = store.open("s")) {
                for (double width = 0.3; width < 2 * length; width *= 3.7) {
                    assertColumns(written[0], recording, width);
                }
            }
            store.delete("s");
        });
    }

    @Test
    void columnsOutsideTheTraceAreEmpty() {
        var store = new RecordingStore(folder);
        write(store, "s", values(new Random(3), 100, true), 0.001);
        var low = new float[4];
        var high = new float[4];
        try (var recording = store.open("s")) {
            recording.extremes(0, -100, 100, low, high);
        }
        assertThat(low[0]).isNaN();
        assertThat(low[1]).isFinite();
        assertThat(high[2]).isNaN();
    }

    @Test
    void namesStretchesAndClockComeBack() {
        var store = new RecordingStore(folder);
        var rate = new SampleRate(10);
        var clock = new ClockMap(rate, List.of(new Anchor(0, START, 10), new Anchor(3, START.plusSeconds(60), 10.05)));
        var details = new TraceDetails(
                "Kuh 7 – Weide", "7", "ab".repeat(32), List.of(new SampleRange(0, 3), new SampleRange(3, 5)), clock);
        try (var writer = store.write("s")) {
            for (int i = 0; i < 5; i++) {
                writer.append(i, i, i);
            }
            writer.finish(details);
        }
        try (var recording = store.open("s")) {
            assertEquals(details, recording.details());
        }
        assertEquals(List.of("s"), store.ids());
    }

    @Test
    void anEmptyTraceIsATrace() {
        var store = new RecordingStore(folder);
        try (var writer = store.write("s")) {
            writer.finish(
                    new TraceDetails("", "", "0".repeat(64), List.of(), ClockMap.regular(START, new SampleRate(1))));
        }
        try (var recording = store.open("s")) {
            assertEquals(0, recording.lengthSamples());
            recording.extremes(2, 0, 5, new float[3], new float[3]);
        }
    }

    @Test
    void anUnfinishedTraceLeavesNothing() throws IOException {
        var store = new RecordingStore(folder);
        try (var writer = store.write("s")) {
            writer.append(1, 2, 3);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatAKilledProgramLeftIsRemovedWhenTheStoreOpens() throws IOException {
        Files.write(folder.resolve("dead.trace.part"), new byte[1000]);
        var store = new RecordingStore(folder);
        try (var writer = store.write("alive")) {
            writer.append(1, 2, 3);
            var _ = new RecordingStore(folder);
            assertThat(folder.resolve("alive.trace.part")).exists();
        }
        assertThat(folder.resolve("dead.trace.part")).doesNotExist();
    }

    @Test
    void aTraceThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> new RecordingStore(folder).open("s"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("session s");
    }

    @Test
    void everyDamageOfHeaderOrTailIsNoticed() throws IOException {
        var store = new RecordingStore(folder);
        write(store, "s", values(new Random(5), 5000, true), 0.001);
        var file = folder.resolve("s.trace");
        var good = Files.readAllBytes(file);
        trials(300, random -> {
            var bad = good.clone();
            int tail = good.length - 4000;
            int at = random.nextBoolean() ? random.nextInt(104) : tail + random.nextInt(4000);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            assertRefused(store, file, bad);
        });
    }

    @Test
    void aTraceThatWasCutIsNoticed() throws IOException {
        var store = new RecordingStore(folder);
        write(store, "s", values(new Random(5), 5000, true), 0.001);
        var file = folder.resolve("s.trace");
        var good = Files.readAllBytes(file);
        trials(100, random -> assertRefused(store, file, java.util.Arrays.copyOf(good, random.nextInt(good.length))));
    }

    private static void assertRefused(RecordingStore store, Path file, byte[] bad) {
        try {
            Files.write(file, bad);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        assertThatThrownBy(() -> store.open("s").close()).isInstanceOf(ProblemException.class);
    }

    /** Borders may be off by an eighth of a column, and no sample may be missing from all columns. */
    private static void assertColumns(float[] values, Recording recording, double width) {
        int columns = (int) Math.ceil(values.length / width);
        columns = Math.min(columns, 3000);
        var low = new float[columns];
        var high = new float[columns];
        recording.extremes(0, 0, width, low, high);
        double slack = width < 256 ? 0 : width / 8;
        float highest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < columns; c++) {
            float inner = highest(values, c * width + slack, (c + 1) * width - slack);
            float outer = highest(values, c * width - slack, (c + 1) * width + slack);
            if (!Float.isNaN(high[c])) {
                assertThat(high[c]).as("column %s of width %s", c, width).isBetween(inner, outer);
                assertThat(low[c]).isLessThanOrEqualTo(high[c]);
                highest = Math.max(highest, high[c]);
            }
        }
        assertEquals(
                highest(values, 0, Math.min(values.length, columns * width - slack)), highest, slack == 0 ? 0 : 40);
        if (columns * width >= values.length) {
            assertEquals(highest(values, 0, values.length), highest);
        }
    }

    private static float highest(float[] values, double from, double to) {
        float highest = Float.NEGATIVE_INFINITY;
        int first = (int) Math.max(0, Math.floor(from));
        int end = (int) Math.min(values.length, Math.max(first + 1.0, Math.floor(to)));
        for (int i = first; i < end; i++) {
            highest = values[i] > highest ? values[i] : highest;
        }
        return highest;
    }

    private static int lengthOf(Random random) {
        int[] lengths = {1, 31, 32, 33, 2047, 2049, 65_535, 65_536, 65_537, 150_000};
        return lengths[random.nextInt(lengths.length)];
    }

    /** Milli-g or arbitrary floats, one in a hundred missing. */
    private static float[][] values(Random random, int length, boolean onGrid) {
        var values = new float[3][length];
        for (var axis : values) {
            for (int i = 0; i < length; i++) {
                float value = onGrid ? (float) ((random.nextInt(8001) - 4000) * 0.001) : random.nextFloat() * 4 - 2;
                axis[i] = random.nextInt(100) == 0 ? Float.NaN : value;
            }
        }
        return values;
    }

    private static void write(RecordingStore store, String id, float[][] values, double grid) {
        int length = values[0].length;
        try (var writer = store.write(id)) {
            writer.grid(grid);
            for (int i = 0; i < length; i++) {
                writer.append(values[0][i], values[1][i], values[2][i]);
            }
            writer.finish(TraceDetails.generated(id, "cow", START, new SampleRate(50), length));
        }
    }
}
