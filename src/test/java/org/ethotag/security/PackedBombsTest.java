package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed files that unpack to more than a disk holds, names in archives that lead out of them, lines without an end. */
class PackedBombsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int PIECE = 16 * MEGABYTE;
    private static final int GIGABYTES = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder.resolve("study"), "Bombs");
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertEquals(List.of(), project.sessions());
        project.close();
        try (var left = Files.list(folder.resolve("study/traces"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    private String refusal(String name, byte[] content) throws IOException {
        var file = Files.write(folder.resolve(name), content);
        var settings = ImportSettings.guessed().withAnimal("7").withUnit("g").withRate(50);
        var lines = new String[1];
        assertTimeoutPreemptively(PATIENCE, () -> {
            boolean refused = Refusals.refused(name, 4 * MEGABYTE, () -> {
                lines[0] = Refusals.linesOf(() ->
                        new Workflow(project).run(new ImportStep(List.of(file), settings), JobMonitor.unwatched()));
            });
            assertThat(refused).isFalse();
        });
        return lines[0];
    }

    @Test
    void aPackedTableOfEightGigabytesIsGivenUpEarly() throws IOException {
        byte[] rows = "0.01,-0.02,0.99\n".repeat(PIECE / 16).getBytes(StandardCharsets.US_ASCII);
        assertThat(refusal("rows.csv.gz", repeated(rows, GIGABYTES * 1024L * MEGABYTE / PIECE)))
                .contains("rows.csv.gz", "100 times");
    }

    @Test
    void aLineOfAGigabyteIsNotTakenIntoMemory() throws IOException {
        byte[] noLine = "1".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
        assertThat(refusal("line.csv.gz", repeated(noLine, 1024L * MEGABYTE / PIECE)))
                .contains("line.csv.gz");
    }

    @Test
    void aLineOfAGigabyteBehindGoodRowsIsNotTakenIntoMemory() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(gzip("x,y,z\n".concat("0.01,-0.02,0.99\n".repeat(20_000)).getBytes(StandardCharsets.US_ASCII)));
        bytes.write(repeated("1".repeat(PIECE).getBytes(StandardCharsets.US_ASCII), 1024L * MEGABYTE / PIECE));
        assertThat(refusal("tail.csv.gz", bytes.toByteArray())).contains("tail.csv.gz");
    }

    @Test
    void aQuoteThatNeverClosesIsNotTakenIntoMemory() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(gzip("x,y,z\n0.01,-0.02,0.99\n0.01,-0.02,\"".getBytes(StandardCharsets.US_ASCII)));
        bytes.write(repeated("1\n".repeat(PIECE / 2).getBytes(StandardCharsets.US_ASCII), 1024L * MEGABYTE / PIECE));
        assertThat(refusal("quote.csv.gz", bytes.toByteArray())).contains("quote.csv.gz");
    }

    @Test
    void anArchiveWhoseSamplesUnpackToGigabytesIsGivenUpEarly() throws IOException {
        assertThat(refusal("samples.gt3x", archive("activity.bin", 2048))).contains("samples.gt3x", "100 times");
    }

    @Test
    void anEntryThatNobodyAskedForIsNotUnpackedToItsEnd() throws IOException {
        assertThat(refusal("other.gt3x", archive("../../../other.bin", 2048))).contains("other.gt3x");
    }

    @Test
    void namesInAnArchiveThatLeadOutOfItMakeNoFiles() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : List.of(
                    "../escaped",
                    "/tmp/ethotag-escaped",
                    "C:\\escaped",
                    "..\\escaped",
                    "a/../../escaped",
                    "log.bin\0")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        assertThat(refusal("names.gt3x", bytes.toByteArray())).contains("names.gt3x");
        try (var here = Files.walk(folder)) {
            assertThat(here.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.contains("escaped"));
        }
        assertThat(Path.of("/tmp/ethotag-escaped")).doesNotExist();
    }

    private static byte[] archive(String samples, int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            if (!samples.startsWith("..")) {
                info(zip);
            }
            zip.putNextEntry(new ZipEntry(samples));
            fill(zip, megabytes);
            if (samples.startsWith("..")) {
                info(zip);
            }
        }
        return bytes.toByteArray();
    }

    private static void fill(OutputStream out, int megabytes) throws IOException {
        byte[] zeros = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeros);
        }
    }

    private static void info(ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("info.txt"));
        zip.write("Serial Number: NEO1\nSample Rate: 30\nStart Date: 634556532600000000\n"
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Packed once, repeated: a file of several packed parts unpacks to all of them (RFC 1952, 2.2). */
    private static byte[] repeated(byte[] piece, long times) throws IOException {
        byte[] packed = gzip(piece);
        var bytes = new ByteArrayOutputStream();
        for (long i = 0; i < times; i++) {
            bytes.write(packed);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
