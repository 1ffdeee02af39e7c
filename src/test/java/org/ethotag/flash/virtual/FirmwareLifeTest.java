package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.ethotag.flash.TagLink;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole reference tag but its board, on this computer under the sanitizers, with a clock that the test turns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirmwareLifeTest {
    private static final int FRAMES = Integer.getInteger("ethotag.firmware.frames", 100_000);
    private static final int SEED = 7;

    private FirmwareProgram program;

    @BeforeAll
    void compile(@TempDir Path folder) throws IOException {
        program =
                FirmwareProgram.onTheComputer(folder, List.of("life_main.c", "life.c", "fuzz.c", "host.c"), List.of());
    }

    @Test
    void noBytesOnTheLineMakeItFailOrForgetItsModel(@TempDir Path folder) throws IOException {
        assertThat(program.run("fuzz", memory(folder), key(folder), FRAMES, SEED))
                .startsWith(FRAMES + " frames, ");
    }

    @Test
    void aModelThatFailsOnTrialWithNobodyAtTheLineGoesByItself(@TempDir Path folder) throws IOException {
        Path memory = memory(folder);
        try (var bench = new FlashBench(folder);
                TagLink link = bench.tag().connector().connect("", Duration.ofSeconds(5))) {
            var lying = FlashBench.lying(2);
            link.upload(lying.bytes(), 1, JobMonitor.unwatched());
            link.test(HexFormat.of().formatHex(lying.hash()));
        }
        Path old = Files.write(folder.resolve("old"), FlashBench.image(1).bytes());
        assertThatCode(() -> program.run("trial", memory, key(folder), old)).doesNotThrowAnyException();
    }

    @Test
    void clockAndSensorGoOnWhenTheMillisecondCounterTurnsOver(@TempDir Path folder) {
        assertThatCode(() -> program.run("long", memory(folder), key(folder))).doesNotThrowAnyException();
    }

    /** With a model that runs. */
    private static Path memory(Path folder) {
        try (var bench = new FlashBench(folder)) {
            bench.flash(FlashBench.image(1));
        }
        return folder.resolve("memory");
    }

    private static Path key(Path folder) throws IOException {
        return Files.write(folder.resolve("key"), FlashBench.KEYS.publicKey().getEncoded());
    }
}
