package org.ethotag.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.recording.reading.RecordingImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more bytes, by a limit on the size of files that a shell sets for a process of our own. */
class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void aDiskThatFillsUpIsSaidAndNothingStaysBehind() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell to limit the size of files");
        var csv = folder.resolve("a.csv");
        var text = new StringBuilder("x,y,z\n");
        var random = new Random(1);
        for (int i = 0; i < 30_000; i++) {
            text.append(random.nextFloat()).append(",0,1\n");
        }
        Files.writeString(csv, text);
        var traces = Files.createDirectory(folder.resolve("traces"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -f 100 && exec \"$0\" \"$@\"",
                        java,
                        "-Xshare:auto",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Import.class.getName(),
                        csv.toString(),
                        traces.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(said).contains("CANNOT_WRITE_TRACE");
        try (var left = Files.list(traces)) {
            assertEquals(0, left.count());
        }
    }

    /** What runs under the limit. */
    static final class Import {
        private Import() {}

        public static void main(String[] arguments) {
            var importer = new RecordingImporter(new RecordingStore(Path.of(arguments[1])));
            var settings = ImportSettings.guessed().withAnimal("7").withRate(10).withUnit("g");
            try {
                importer.importFile(Path.of(arguments[0]), settings, JobMonitor.unwatched());
            } catch (ProblemException expected) {
                System.out.println(expected.problem().code().name());
            }
        }
    }
}
