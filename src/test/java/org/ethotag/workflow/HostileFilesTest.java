package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged recordings of every format, brought into a study: cut at every kind of place, bits turned, sizes that no file
 * has. Whatever is refused is refused in words that name the file, costs bounded memory, and leaves the study as it was;
 * what is taken is whole. Files of other people are tried too where a folder has some: {@code -Dethotag.formats=FOLDER}.
 */
class HostileFilesTest {
    private static final int FLIPS = Integer.getInteger("ethotag.flips", 30);
    /** What one import may take besides the file: buffers of readers and of the trace, at the worst for every axis. */
    private static final long MOST_BYTES = 200L << 20;

    private static final int[] ABSURD = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7FFF7FFF, 0};

    @TempDir
    Path folder;

    private Project project;
    private int taken;
    private int refused;

    @BeforeEach
    void create() {
        project = Project.create(folder.resolve("study"), "Hostile");
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void noDamageOfAnyFormatTouchesTheStudy() throws IOException {
        for (var format : formats().entrySet()) {
            damage(
                    format.getKey(),
                    format.getValue(),
                    new Random(format.getKey().hashCode()));
        }
        assertThat(refused).isGreaterThan(100);
        assertThat(taken).isGreaterThan(10);
    }

    @Test
    void noDamageOfOtherPeoplesFilesTouchesTheStudy() throws IOException {
        var others = Path.of(System.getProperty("ethotag.formats", ""));
        assumeTrue(
                !System.getProperty("ethotag.formats", "").isEmpty() && Files.isDirectory(others),
                "other people's files are tried with -Dethotag.formats=FOLDER");
        try (var tree = Files.walk(others)) {
            for (Path file : tree.filter(Files::isRegularFile)
                    .filter(f -> f.toString().matches(".*\\.(cwa|gt3x|csv)"))
                    .sorted()
                    .toList()) {
                damage(file.getFileName().toString(), Files.readAllBytes(file), new Random(1));
            }
        }
        System.out.println(refused + " refused, " + taken + " taken");
    }

    private void damage(String name, byte[] whole, Random random) throws IOException {
        attempt(name, whole, "whole");
        for (int at : cuts(whole.length, random)) {
            attempt(name, Arrays.copyOf(whole, at), "cut at " + at);
        }
        for (int i = 0; i < FLIPS; i++) {
            var bytes = whole.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                int near = random.nextBoolean() ? Math.min(bytes.length, 2048) : bytes.length;
                bytes[random.nextInt(near)] ^= (byte) (1 << random.nextInt(8));
            }
            attempt(name, bytes, "flips " + i);
        }
        for (int i = 0; i < FLIPS; i++) {
            int at = random.nextInt(Math.max(1, Math.min(whole.length, 1200) - 4));
            var bytes = whole.clone();
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, ABSURD[i % ABSURD.length]);
            attempt(name, bytes, "absurd number at " + at);
        }
    }

    /** The first bytes one by one, every power of two, the neighbourhood of blocks, and anywhere. */
    private static List<Integer> cuts(int length, Random random) {
        var cuts = new ArrayList<Integer>();
        for (int at : new int[] {0, 1, 2, 3, 4, 8, 10, 30, 100, 511, 512, 513, 1023, 1024, 1025, 1535, 1536, 1537}) {
            cuts.add(at);
        }
        for (int back : new int[] {1, 2, 4, 22, 64}) {
            cuts.add(length - back);
        }
        for (int i = 0; i < 8; i++) {
            cuts.add(random.nextInt(length));
        }
        return cuts.stream().filter(at -> at >= 0 && at < length).distinct().toList();
    }

    private void attempt(String name, byte[] bytes, String how) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        var settings =
                ImportSettings.guessed().withAnimal("7").withUnit(name.startsWith("movebank") ? "counts:370@2048" : "");
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            var imported = new Workflow(project)
                    .run(new ImportStep(List.of(file), settings), JobMonitor.unwatched())
                    .getFirst();
            taken++;
            try (var recording = project.recordings().open(imported.session().id())) {
                assertEquals(imported.session().lengthSamples(), recording.lengthSamples());
            }
            project.removeSession(imported.session().id());
        } catch (ProblemException problem) {
            refused++;
            assertThat(problem.problem().lines().lines().count())
                    .as(name + ", " + how)
                    .isGreaterThanOrEqualTo(3);
            assertThat(problem.problem().lines()).as(name + ", " + how).contains(name);
        } catch (RuntimeException mistake) {
            throw new AssertionError(name + ", " + how, mistake);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("memory: " + name + ", " + how)
                .isLessThan(MOST_BYTES + 20L * bytes.length);
        assertEquals(List.of(), project.sessions(), name + ", " + how);
        try (var left = Files.list(folder.resolve("study").resolve("traces"))) {
            assertEquals(0, left.filter(Files::isRegularFile).count(), name + ", " + how);
        }
    }

    private static Map<String, byte[]> formats() throws IOException {
        var formats = new LinkedHashMap<String, byte[]>();
        var csv = csv();
        formats.put("table.csv", csv);
        formats.put(
                "semicolons.csv",
                new String(csv, StandardCharsets.UTF_8)
                        .replace(',', ';')
                        .replace('.', ',')
                        .getBytes(StandardCharsets.UTF_8));
        formats.put("table.csv.gz", gzip(csv));
        formats.put("movebank.csv", movebank());
        formats.put("axivity.cwa", axivity());
        formats.put("axivity.cwa.gz", gzip(axivity()));
        formats.put("actigraph-log.gt3x", actigraph("log.bin", log()));
        formats.put("actigraph-packed.gt3x", actigraph("activity.bin", new byte[900]));
        return formats;
    }

    private static byte[] csv() {
        var text = new StringBuilder("time,x,y,z,label\n");
        for (int i = 0; i < 300; i++) {
            text.append("2025-06-01T12:00:%02d.%03dZ,0.0%d,-0.1,0.99,%s\n"
                    .formatted(i / 25, i % 25 * 40, i % 10, i < 100 ? "graze" : "rest"));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] movebank() {
        var text = new StringBuilder("event-id,timestamp,eobs:acceleration-axes,"
                + "eobs:acceleration-sampling-frequency-per-axis,eobs:accelerations-raw,eobs:start-timestamp,"
                + "individual-local-identifier\n");
        for (int i = 0; i < 40; i++) {
            text.append(
                    "%d,2024-05-06 10:%02d:01.000,XYZ,10.0,2048 2418 1678 2048 2048 2418,2024-05-06 10:%02d:00.000,7\n"
                            .formatted(i, i, i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    /** A header and four blocks of 80 samples, after the description of the format: 100 Hz, 8 g, packed values. */
    private static byte[] axivity() {
        var file = ByteBuffer.allocate(1024 + 4 * 512).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort(0, (short) 0x444D).putShort(2, (short) 1020).put(36, (byte) 0x4A);
        for (int block = 0; block < 4; block++) {
            int at = 1024 + 512 * block;
            file.putShort(at, (short) 0x5841).putShort(at + 2, (short) 508).putInt(at + 10, block);
            file.putInt(at + 14, 1286909383 + block).put(at + 24, (byte) 0x4A).put(at + 25, (byte) 0x30);
            file.putShort(at + 28, (short) 80);
            for (int i = 0; i < 80; i++) {
                file.putInt(at + 30 + 4 * i, 256 << 20 | i << 10 | i);
            }
            int sum = 0;
            for (int word = at; word < at + 510; word += 2) {
                sum += file.getShort(word);
            }
            file.putShort(at + 510, (short) -sum);
        }
        return file.array();
    }

    private static byte[] log() {
        var log = new ByteArrayOutputStream();
        for (int second = 0; second < 20; second++) {
            var record = ByteBuffer.allocate(9 + 60).order(ByteOrder.LITTLE_ENDIAN);
            record.put((byte) 0x1E).put((byte) 26).putInt(1423058163 + second).putShort((short) 60);
            for (int i = 0; i < 30; i++) {
                record.putShort((short) (i % 3 == 2 ? 256 : 5 * i));
            }
            byte sum = 0;
            for (byte value : record.array()) {
                sum ^= value;
            }
            record.put((byte) ~sum);
            log.writeBytes(record.array());
        }
        return log.toByteArray();
    }

    private static byte[] actigraph(String name, byte[] content) throws IOException {
        var info = "Serial Number: MOS2D16160581\nSample Rate: 10\nStart Date: 634556532600000000\n"
                + "Acceleration Scale: 256.0\n";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("info.txt"));
            zip.write(info.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
