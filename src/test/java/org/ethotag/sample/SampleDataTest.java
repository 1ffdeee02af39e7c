package org.ethotag.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The files that are shipped are what the generator makes today, byte for byte once they are unpacked. */
class SampleDataTest {
    private static final Path SHIPPED = Path.of("sample-data");
    private final HerdGenerator generator = new HerdGenerator(HerdSettings.sampleData());

    @Test
    void theShippedFilesAreWhatTheSeedMakes() throws IOException {
        for (int i = 0; i < generator.animals().size(); i++) {
            var made = new StringBuilder();
            generator.write(i, HerdGenerator.Labels.WRITTEN, made, JobMonitor.unwatched());
            var shipped = unpacked(SHIPPED.resolve(generator.animals().get(i) + ".csv.gz"));
            assertThat(shipped.contentEquals(made))
                    .as(generator.animals().get(i))
                    .isTrue();
        }
    }

    @Test
    void theShippedFilesAreSmallEnoughForGit() throws IOException {
        long bytes = 0;
        for (String animal : generator.animals()) {
            bytes += Files.size(SHIPPED.resolve(animal + ".csv.gz"));
        }
        assertThat(bytes).isLessThan(5_000_000);
    }

    @Test
    void writingTwiceGivesTheSameBytesBecauseTheArchiveHasNoTime(@TempDir Path folder) throws IOException {
        var brief = new HerdGenerator(HerdSettings.sampleData().lasting(Duration.ofSeconds(3)));
        var first = brief.writeAll(folder.resolve("a"), JobMonitor.unwatched());
        var second = brief.writeAll(folder.resolve("b"), JobMonitor.unwatched());
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i)).hasSameBinaryContentAs(second.get(i));
            assertThat(timeStamp(first.get(i))).containsOnly((byte) 0);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "sample.rewrite", matches = "true")
    void rewritesTheShippedFilesWhenAsked() {
        assertThat(generator.writeAll(SHIPPED, JobMonitor.unwatched())).hasSize(8);
    }

    private static String unpacked(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** RFC 1952, 2.3: bytes 4 to 7 are the modification time. */
    private static List<Byte> timeStamp(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return List.of(bytes[4], bytes[5], bytes[6], bytes[7]);
    }
}
