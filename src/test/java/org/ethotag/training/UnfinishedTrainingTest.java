package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.TeacherModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTrainingTest {
    @TempDir
    Path folder;

    @Test
    void aKilledTrainingGoesOnAfterItsLastEpochAndEndsWithTheSameBytes() throws IOException {
        int killedAfter = killed();
        assertThat(killedAfter).isBetween(4, 11);
        var heard = new Heard();
        var goneOn = KilledTraining.train(ModelShelf.at(folder), heard);
        assertThat(heard.stepsBefore).isGreaterThanOrEqualTo(killedAfter * steps());
        assertSameAs(undisturbed(), goneOn);
        assertThat(files()).isEmpty();
    }

    @Test
    void aDamagedFileIsLearntFromTheStart() throws IOException {
        killed();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        var heard = new Heard();
        assertSameAs(undisturbed(), KilledTraining.train(ModelShelf.at(folder), heard));
        assertEquals(0, heard.stepsBefore);
    }

    @Test
    void aFileThatClaimsMoreThanTheNetworkHasIsNotRead() throws IOException {
        killed();
        for (Path file : files()) {
            Files.write(file, new byte[1 << 23]);
        }
        assertSameAs(undisturbed(), KilledTraining.train(ModelShelf.at(folder), JobMonitor.unwatched()));
    }

    /** @return epochs that it had told when it was killed */
    private int killed() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dai.djl.pytorch.num_threads=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTraining.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int epochs = 0;
        try (var lines = process.inputReader()) {
            while (epochs < 4) {
                var line = lines.readLine();
                if (line == null) {
                    throw new IOException("the program ended after " + epochs + " epochs");
                }
                epochs += EpochLine.parse(line).isPresent() ? 1 : 0;
            }
            process.destroyForcibly();
            process.onExit().join();
        }
        return epochs;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".unfinished")).toList();
        }
    }

    private static int steps() {
        return Math.ceilDiv(120, KilledTraining.SETTINGS.batch()); // one of three animals is kept aside
    }

    private static Trained<TeacherModel> undisturbed() {
        return KilledTraining.train(ModelShelf.none(), JobMonitor.unwatched());
    }

    private static void assertSameAs(Trained<TeacherModel> expected, Trained<TeacherModel> found) {
        assertArrayEquals(ModelFile.bytes(expected.model()), ModelFile.bytes(found.model()));
        assertEquals(expected.record().epochs(), found.record().epochs());
        assertEquals(expected.record().modelEpoch(), found.record().modelEpoch());
    }

    /** How much was done before the first step. */
    private static final class Heard implements JobMonitor {
        private int stepsBefore = -1;
        private final List<String> lines = new ArrayList<>();

        @Override
        public void progress(double fraction, String doing) {
            if (stepsBefore < 0) {
                stepsBefore = (int) Math.round(fraction * steps() * KilledTraining.SETTINGS.epochs());
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void tell(String line) {
            lines.add(line);
        }
    }
}
