package org.ethotag.recording.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;
import org.ethotag.recording.RecordingStore;
import org.ethotag.signal.SampleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of tag makers' own formats, built here from the public descriptions: openmovementproject/openmovement
 * Docs/ax3/ax3-technical.md (CWA), actigraph/GT3X-File-Format README.md and LogRecords (GT3X), Movebank's attribute
 * dictionary.
 */
class DeviceFilesTest {
    /** Activity.md, "Example": three samples of 12-bit values, and their values in g by its table (rounded there). */
    private static final byte[] PUBLISHED_ACTIVITY =
            HexFormat.ofDelimiter(" ").parseHex("00 60 08 EB D0 07 00 9E BF 00 70 08 EB F0");

    private static final float[][] PUBLISHED_G = {
        {0.023f, 0.018f, -0.947f}, {0.026f, 0.021f, -0.941f}, {0.023f, 0.021f, -0.941f}
    };

    @TempDir
    Path folder;

    @Test
    void packedAxivityValuesShareAnExponent() throws IOException {
        var block = cwaBlock(0, 1286909383, 0, 0, 3, 0);
        block.putInt(30, packed(1, -2, 256, 0));
        block.putInt(34, packed(-512, 511, 100, 1));
        block.putInt(38, packed(3, 5, -7, 3));
        var imported = read(write("a.cwa", cwaHeader(), sealed(block)), ImportSettings.guessed());
        assertArrayEquals(
                new float[][] {
                    {1 / 256f, -2 / 256f, 1}, {-4, 1022 / 256f, 200 / 256f}, {24 / 256f, 40 / 256f, -56 / 256f}
                },
                samples(imported));
    }

    @Test
    void anAxivityStampHoldsAtItsIndexAndItsFractionIsAdded() throws IOException {
        // half a second: the device took 50 of 100 Hz off the index, so the stamp of 10:20:30.5 is that of sample 60
        var block = cwaBlock(0, stamp(2024, 5, 6, 10, 20, 30), 0x8000 | 0x4000, 10, 100, 0);
        var imported = read(
                write("a.cwa", cwaHeader(), sealed(block)),
                ImportSettings.guessed().withZone("UTC"));
        assertEquals(
                Instant.parse("2024-05-06T10:20:29.900Z"), imported.session().start());
        assertEquals(100, imported.session().rate().hertz());
    }

    @Test
    void aDamagedBlockLeavesAGapAndIsNamed() throws IOException {
        var parts = new byte[6][];
        parts[0] = cwaHeader();
        for (int i = 0; i < 5; i++) {
            parts[i + 1] = sealed(cwaBlock(i, stamp(2024, 5, 6, 10, 20, 30 + i), 0, 0, 100, 0));
        }
        parts[3][200] ^= 4;
        var imported = read(write("a.cwa", parts), ImportSettings.guessed().withZone("UTC"));
        var finding = imported.report().finding(FindingKind.DAMAGED_BLOCKS).orElseThrow();
        assertThat(finding.text()).contains("blocks 2");
        assertEquals(400, imported.session().lengthSamples());
        assertEquals(1, imported.report().count(FindingKind.GAPS));
        try (var trace = new RecordingStore(folder.resolve("traces"))
                .open(imported.session().id())) {
            assertEquals(List.of(new SampleRange(0, 200), new SampleRange(200, 400)), trace.stretches());
            assertEquals(Instant.parse("2024-05-06T10:20:33Z"), trace.clock().timeOf(200));
        }
    }

    @Test
    void anAx6GivesItsAccelerometer() throws IOException {
        var block = cwaBlock(0, 1286909383, 0, 0, 1, 3 << 13);
        block.put(25, (byte) 0x62);
        short[] values = {11, 12, 13, 2048, -1024, 512};
        for (int i = 0; i < values.length; i++) {
            block.putShort(30 + 2 * i, values[i]);
        }
        var imported = read(write("a.cwa", cwaHeader(), sealed(block)), ImportSettings.guessed());
        assertArrayEquals(new float[][] {{1, -0.5f, 0.25f}}, samples(imported));
    }

    @Test
    void olderActigraphArchivesHoldPackedSamples() throws IOException {
        var info = "Serial Number: NEO1C16110020\nSample Rate: 30\nStart Date: 634556532600000000\n";
        var file = zip("a.gt3x", "info.txt", info.getBytes(StandardCharsets.UTF_8), "activity.bin", PUBLISHED_ACTIVITY);
        var imported = read(file, ImportSettings.guessed());
        assertRounded(PUBLISHED_G, samples(imported));
        assertEquals(30, imported.session().rate().hertz());
        assertEquals(Instant.parse("2011-10-31T10:21:00Z"), imported.session().start());
    }

    @Test
    void newerActigraphArchivesHoldRecordsOfOneSecond() throws IOException {
        var log = new ByteArrayOutputStream();
        log.write(record(21, 1423058162, HexFormat.of().parseHex("0000370000004009")));
        log.write(record(0, 1423058163, PUBLISHED_ACTIVITY));
        log.write(new byte[3]);
        log.write(record(26, 1423058164, HexFormat.of().parseHex("3000ccff4201")));
        log.write(record(26, 1423058165, new byte[1]));
        var info = "Serial Number: MOS2D16160581\nSample Rate: 3\nTimeZone: -06:00:00\n";
        var file = zip("a.gt3x", "log.bin", log.toByteArray(), "info.txt", info.getBytes(StandardCharsets.UTF_8));
        var imported = read(file, ImportSettings.guessed());
        var samples = samples(imported);
        assertEquals(4, samples.length);
        // Activity2.md, "Example": 48, -52 and 322 (0x0142) counts at 256 per g, the scale of the parameters
        assertArrayEquals(new float[] {0.1875f, -0.203125f, 1.2578125f}, samples[3]);
        assertEquals(Instant.parse("2015-02-04T19:56:03Z"), imported.session().start());
        assertEquals(ZoneOffset.ofHours(-6), imported.session().zone());
    }

    @Test
    void aDamagedActigraphRecordIsPassedOver() throws IOException {
        var log = new ByteArrayOutputStream();
        for (int second = 0; second < 4; second++) {
            var record = record(26, 1423058163 + second, new byte[60]);
            record[20] ^= (byte) (second == 1 ? 1 : 0);
            log.write(record);
        }
        var info = "Serial Number: MOS2D16160581\nSample Rate: 10\nAcceleration Scale: 256.0\n";
        var file = zip("a.gt3x", "info.txt", info.getBytes(StandardCharsets.UTF_8), "log.bin", log.toByteArray());
        var imported = read(file, ImportSettings.guessed());
        assertEquals(30, imported.session().lengthSamples());
        assertEquals(1, imported.report().count(FindingKind.DAMAGED_BLOCKS));
        assertEquals(1, imported.report().count(FindingKind.GAPS));
    }

    @Test
    void burstsOfOneAnimalAreTakenFromAMovebankTable() throws IOException {
        var text = """
                event-id,timestamp,eobs:acceleration-axes,eobs:acceleration-sampling-frequency-per-axis,eobs:accelerations-raw,eobs:start-timestamp,individual-local-identifier
                1,2024-05-06 10:00:01.000,XYZ,10.0,2048 2418 1678 2048 2048 2048,2024-05-06 10:00:00.000,Ada
                2,2024-05-06 10:00:02.000,,,,,Ada
                3,2024-05-06 10:05:01.000,ZXY,10.0,1678 2048 2418,2024-05-06 10:05:00.000,Ada
                4,2024-05-06 10:00:01.000,XYZ,10.0,1 2 3,2024-05-06 10:00:00.000,Bob
                """;
        var settings = ImportSettings.guessed().withUnit("counts:370@2048");
        var imported = read(write("m.csv", text.getBytes(StandardCharsets.UTF_8)), settings.withAnimal("Ada"));
        assertArrayEquals(new float[][] {{0, 1, -1}, {0, 0, 0}, {0, 1, -1}}, samples(imported));
        assertEquals(Instant.parse("2024-05-06T10:00:00Z"), imported.session().start());
        assertEquals(1, imported.report().count(FindingKind.GAPS));
        assertThatThrownBy(() -> read(folder.resolve("m.csv"), settings.withAnimal("Cleo")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(RecordingProblem.SEVERAL_ANIMALS));
    }

    @Test
    void everyFormatMayBeGzipped() throws IOException {
        var plain = write("a.cwa", cwaHeader(), sealed(cwaBlock(0, 1286909383, 0, 0, 50, 0)));
        var packed = folder.resolve("b.cwa.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
        assertArrayEquals(
                samples(read(plain, ImportSettings.guessed())), samples(read(packed, ImportSettings.guessed())));
    }

    @Test
    void damagedFilesAreProblemsAndLeaveNothingBehind() throws IOException {
        var log = record(26, 1423058163, new byte[60]);
        var info = "Serial Number: MOS2D16160581\nSample Rate: 10\n".getBytes(StandardCharsets.UTF_8);
        var whole = List.of(
                write("a.cwa", cwaHeader(), sealed(cwaBlock(0, 1286909383, 0, 0, 50, 0))),
                zip("b.gt3x", "info.txt", info, "log.bin", log),
                zip("c.gt3x", "info.txt", info, "activity.bin", new byte[90]));
        var random = new Random(5);
        for (int i = 0; i < 600; i++) {
            var bytes = Files.readAllBytes(whole.get(i % whole.size()));
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            var cut = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
            var file = write("damaged", cut);
            try {
                read(file, ImportSettings.guessed());
            } catch (ProblemException refused) {
                assertThat(refused.problem().what()).as("case " + i).isNotBlank();
            }
            try (var left = Files.list(folder.resolve("traces"))) {
                assertThat(left.filter(path -> path.toString().endsWith(".part")))
                        .isEmpty();
            }
        }
    }

    private ImportedSession read(Path file, ImportSettings settings) {
        var asked = settings.animal().isBlank() ? settings.withAnimal("cow") : settings;
        return new RecordingImporter(new RecordingStore(folder.resolve("traces")))
                .importFile(file, asked, JobMonitor.unwatched());
    }

    private float[][] samples(ImportedSession imported) {
        try (var trace = new RecordingStore(folder.resolve("traces"))
                .open(imported.session().id())) {
            int length = (int) imported.session().lengthSamples();
            var samples = trace.read(new SampleRange(0, length));
            var rows = new float[length][3];
            for (int i = 0; i < length; i++) {
                rows[i] = new float[] {samples.at(0, i), samples.at(1, i), samples.at(2, i)};
            }
            return rows;
        }
    }

    private static void assertRounded(float[][] expected, float[][] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i], 0.0005f + 1e-6f);
        }
    }

    private Path write(String name, byte[]... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private Path zip(String name, String first, byte[] firstBytes, String second, byte[] secondBytes)
            throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(first));
            zip.write(firstBytes);
            zip.putNextEntry(new ZipEntry(second));
            zip.write(secondBytes);
        }
        return file;
    }

    /** 100 Hz, 8 g. */
    private static byte[] cwaHeader() {
        var header = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(0, (short) 0x444D)
                .putShort(2, (short) 1020)
                .putShort(5, (short) 1234)
                .put(36, (byte) 0x4A);
        return header.array();
    }

    private static ByteBuffer cwaBlock(int sequence, int stamp, int fraction, int offset, int count, int light) {
        var block = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        block.putShort(0, (short) 0x5841)
                .putShort(2, (short) 508)
                .putShort(4, (short) fraction)
                .putInt(10, sequence);
        block.putInt(14, stamp).putShort(18, (short) light).put(24, (byte) 0x4A).put(25, (byte) 0x30);
        return block.putShort(26, (short) offset).putShort(28, (short) count);
    }

    /** With the last word set so that all words add up to 0. */
    private static byte[] sealed(ByteBuffer block) {
        int sum = 0;
        for (int at = 0; at < 510; at += 2) {
            sum += block.getShort(at);
        }
        return block.putShort(510, (short) -sum).array();
    }

    private static int packed(int x, int y, int z, int exponent) {
        return exponent << 30 | (z & 0x3FF) << 20 | (y & 0x3FF) << 10 | x & 0x3FF;
    }

    private static int stamp(int year, int month, int day, int hour, int minute, int second) {
        return (year - 2000) << 26 | month << 22 | day << 17 | hour << 12 | minute << 6 | second;
    }

    private static byte[] record(int type, int seconds, byte[] payload) {
        var record = ByteBuffer.allocate(9 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        record.put((byte) 0x1E)
                .put((byte) type)
                .putInt(seconds)
                .putShort((short) payload.length)
                .put(payload);
        byte sum = 0;
        for (byte value : record.array()) {
            sum ^= value;
        }
        return record.put((byte) ~sum).array();
    }
}
