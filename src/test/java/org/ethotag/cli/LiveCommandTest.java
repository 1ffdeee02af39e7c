package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.virtual.Fault;
import org.ethotag.flash.virtual.VirtualTagPort;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.tag.VirtualTags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Through the real serial library, in real time. */
@Timeout(60)
class LiveCommandTest {
    private static final int SAMPLES = 600;
    private static final int STRIDE = 7;

    @TempDir
    private Path folder;

    private UserFolder user;
    private Path link;
    private Path image;
    private Path csv;

    @BeforeEach
    void signAModelAndRecordSamples() throws IOException {
        assumeTrue(VirtualTags.canStandBehindADevice(), "pseudo-terminals exist on Linux and macOS only");
        user = new UserFolder(folder.resolve("user"));
        link = folder.resolve("ttyTag");
        var hardware = TagProfiles.builtIn().named(VirtualTags.PROFILE).hardwareId();
        var target = new ImageTarget(hardware, ImageVersion.of(1, 0, 1), ImageVersion.of(1, 0, 0));
        image = Files.write(
                folder.resolve("model.bin"),
                ModelImage.sign(Images.payload(1, 4), target, user.keys()).bytes());
        var text = new StringBuilder("x,y,z\n");
        var random = new Random(3);
        for (int i = 0; i < SAMPLES; i++) {
            text.append("%.4f,%.4f,%.4f%n"
                    .formatted(random.nextGaussian(), random.nextGaussian(), 1 + random.nextGaussian()));
        }
        csv = Files.writeString(folder.resolve("samples.csv"), text);
    }

    @Test
    void everyWindowOfAFileIsEqualOnTagAndComputer() {
        try (var _ = tag()) {
            flash();
            var run = live("--csv", csv, "--rate", "10", "--unit", "g", "--stride", STRIDE, "--json");
            assertEquals(0, run.exitCode(), run.err());
            int length = Images.blob(1).graph().windows().lengthSamples();
            assertEquals(
                    (SAMPLES - length) / STRIDE + 1, run.json().get("compared").asInt());
            assertEquals(0, run.json().get("different").asInt());
            var last = run.json().get("windows").get(run.json().get("windows").size() - 1);
            assertThat(last.get("from").asInt() % STRIDE).isZero();
            assertEquals(last.get("tag"), last.get("here"));
        }
    }

    @Test
    void whatTheSensorMeasuresIsComparedToo() {
        try (var _ = tag()) {
            flash();
            var run = live("--windows", 2);
            assertEquals(0, run.exitCode(), run.err());
            assertThat(run.out()).contains("2 windows compared, 0 differ");
        }
    }

    @Test
    void oneWrongBitIsFoundAndIsAProblem() {
        try (var _ = tag("wrong-answers")) {
            flash();
            var run = live("--csv", csv, "--rate", "10", "--unit", "g", "--json");
            assertEquals(1, run.exitCode());
            assertEquals(run.json().get("compared"), run.json().get("different"));
            assertThat(run.err()).contains("answered");
        }
    }

    @Test
    void anotherModelThanTheTagsIsRefused() {
        try (var _ = tag()) {
            var run = live("--csv", csv, "--rate", "10", "--unit", "g");
            assertEquals(1, run.exitCode());
            assertThat(run.err()).contains("runs model none");
            assertEquals(2, CommandRun.of(user, "live", "--model", image).exitCode());
        }
    }

    private void flash() {
        var run = CommandRun.of(user, "flash", image, "--port", link);
        assertEquals(0, run.exitCode(), run.err());
    }

    private CommandRun live(Object... more) {
        return CommandRun.of(
                user,
                Stream.concat(Stream.of("live", "--model", image, "--port", link), Stream.of(more))
                        .toArray());
    }

    private VirtualTagPort tag(String... faults) {
        var profile = TagProfiles.builtIn().named(VirtualTags.PROFILE);
        var all = Stream.of(faults).map(Fault::parse).toList();
        return new VirtualTags(user).behind(link, profile, List.of(user.keys().publicKey()), all);
    }
}
