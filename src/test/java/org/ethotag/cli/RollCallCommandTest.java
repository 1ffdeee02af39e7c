package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.virtual.Fault;
import org.ethotag.flash.virtual.VirtualTagPort;
import org.ethotag.problem.Problem;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.tag.VirtualTags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and answers of {@code roll-call}, through the real serial library in real time. */
@Timeout(60)
class RollCallCommandTest {
    private static final int WINDOWS = 4;
    /** How often a command has asked whether to go on before something happens. */
    private static final int LATER = 3;

    @TempDir
    private Path folder;

    private UserFolder user;
    private Path anna;
    private Path berta;
    private Path list;

    @BeforeEach
    void writeAList() throws IOException {
        assumeTrue(VirtualTags.canStandBehindADevice(), "pseudo-terminals exist on Linux and macOS only");
        user = new UserFolder(folder.resolve("user"));
        anna = folder.resolve("ttyAnna");
        berta = folder.resolve("ttyBerta");
        list = Files.writeString(
                folder.resolve("herd.csv"), "animal,tag\nAnna,VIRTUAL-ttyAnna\nBerta,VIRTUAL-ttyBerta\n");
    }

    @Test
    void zeroMeansThatEveryTagThatWasCalledIsVerified() throws IOException {
        var image = image(1, user.keys());
        try (var _ = tag(anna);
                var _ = tag(berta)) {
            var result = folder.resolve("result.csv");
            var run = rollCall(image, "--ports", anna + "," + berta, "--result", result, "--json");
            assertEquals(0, run.exitCode(), run.err());
            assertThat(run.json().get("complete").asBoolean()).isTrue();
            assertEquals(2, run.json().get("counts").get("verified").asInt());
            assertEquals(List.of("Anna verified 4", "Berta verified 4"), states(run));
            assertThat(run.json().get("others")).isEmpty();
            assertThat(Files.readAllLines(result)).hasSize(3);
        }
    }

    @Test
    void theSecondRunGoesOnWhereTheFirstEnded() throws IOException {
        var image = image(1, user.keys());
        try (var _ = tag(anna)) {
            var first = rollCall(image, "--ports", anna, "--json");
            assertEquals(0, first.exitCode(), first.err());
            assertThat(first.json().get("complete").asBoolean()).isFalse();
            assertEquals(List.of("Anna verified 4", "Berta due 0"), states(first));
        }
        try (var _ = tag(berta)) {
            var second = rollCall(image, "--ports", berta, "--json");
            assertEquals(0, second.exitCode(), second.err());
            assertThat(second.json().get("complete").asBoolean()).isTrue();
        }
    }

    @Test
    void threeMeansThatOneFailedAndItsOldModelRuns() throws IOException {
        var before = image(1, user.keys());
        try (var _ = tag(anna)) {
            assertEquals(0, CommandRun.of(user, "flash", before, "--port", anna).exitCode());
        }
        try (var _ = tag(anna, "self-test-fails")) {
            var run = rollCall(image(2, user.keys()), "--ports", anna, "--json");
            assertEquals(3, run.exitCode(), run.err());
            var row = run.json().get("tags").get(0);
            assertEquals("old_model_runs", row.get("state").asText());
            assertThat(row.get("problem").asText()).isNotBlank();
            assertThat(row.get("next").asText()).isNotBlank();
        }
    }

    @Test
    void fourMeansThatATagVanishedBeforeItsProofAndItsRowSaysWhatToDo() throws IOException {
        var hurried = new Caller(user, () -> false, new HurriedClock());
        try (var _ = tag(anna, "no-return")) {
            var run = rollCall(hurried, image(1, user.keys()), "--ports", anna, "--json");
            assertEquals(4, run.exitCode(), run.err());
            assertEquals(List.of("Anna unknown 0", "Berta due 0"), states(run));
            var row = run.json().get("tags").get(0);
            var lost = Problem.of(FlashProblem.TAG_LOST, "VIRTUAL-ttyAnna");
            assertEquals(lost.what(), row.get("problem").asText());
            assertEquals(lost.next(), row.get("next").asText());
            assertThat(run.err()).contains("VIRTUAL-ttyAnna  Anna  unknown: " + lost.what());
        }
    }

    @Test
    void whoeverWatchesWaitsForTheLastTagOfTheList() throws IOException {
        var image = image(1, user.keys());
        var came = new ArrayList<VirtualTagPort>();
        var looks = new AtomicInteger();
        BooleanSupplier bertaComesLater = () -> {
            if (looks.incrementAndGet() == LATER) {
                came.add(tag(berta));
            }
            return false;
        };
        try (var _ = tag(anna)) {
            var patient = new Caller(user, bertaComesLater);
            var run = rollCall(patient, image, "--watch", "--ports", anna + "," + berta, "--json");
            assertEquals(0, run.exitCode(), run.err());
            assertThat(run.json().get("complete").asBoolean()).isTrue();
            assertEquals(List.of("Anna verified 4", "Berta verified 4"), states(run));
        } finally {
            came.forEach(VirtualTagPort::close);
        }
    }

    @Test
    void whoeverStopsWatchingIsToldWhatIsStillDueWithExitCodeOne() throws IOException {
        var image = image(1, user.keys());
        try (var _ = tag(anna)) {
            assertEquals(0, rollCall(image, "--ports", anna).exitCode());
        }
        var looks = new AtomicInteger();
        var impatient = new Caller(user, () -> looks.incrementAndGet() > LATER);
        var run = rollCall(impatient, image, "--watch", "--ports", berta, "--json");
        assertEquals(1, run.exitCode(), run.err());
        assertThat(run.json().get("complete").asBoolean()).isFalse();
        assertEquals(List.of("Anna verified 4", "Berta due 0"), states(run));
    }

    @Test
    void oneMeansThatATagThatIsNotInTheListWasLeftAlone() throws IOException {
        var stranger = folder.resolve("ttyStranger");
        var image = image(1, user.keys());
        try (var _ = tag(stranger)) {
            var run = rollCall(image, "--ports", stranger, "--json");
            assertEquals(1, run.exitCode(), run.err());
            assertEquals(List.of("Anna due 0", "Berta due 0"), states(run));
            assertEquals(
                    "VIRTUAL-ttyStranger",
                    run.json().get("others").get(0).get("tag").asText());
            var flash = CommandRun.of(user, "flash", image, "--port", stranger, "--json");
            assertEquals("", flash.json().get("receipt").get("modelBefore").asText());
        }
    }

    @Test
    void oneMeansThatNoTagCame() throws IOException {
        var run = rollCall(image(1, user.keys()), "--ports", folder.resolve("nothing-here"), "--json");
        assertEquals(1, run.exitCode(), run.err());
        assertEquals(List.of("Anna due 0", "Berta due 0"), states(run));
    }

    @Test
    void anImageOfSomebodyElseIsRefusedBeforeAnyTagIsTouched() throws IOException {
        try (var _ = tag(anna)) {
            var run = rollCall(image(1, ModelKeys.create()), "--ports", anna, "--json");
            assertEquals(1, run.exitCode(), run.err());
            var flash = CommandRun.of(user, "flash", image(1, user.keys()), "--port", anna, "--json");
            assertEquals("", flash.json().get("receipt").get("modelBefore").asText());
        }
    }

    @Test
    void aListWithoutTagsIsAProblemInThreeLines() throws IOException {
        Files.writeString(list, "nonsense");
        var run = rollCall(image(1, user.keys()), "--ports", anna);
        assertEquals(1, run.exitCode());
        assertThat(run.err().lines().filter(line -> !line.matches(" *[0-9]+ % .*")))
                .hasSize(3);
        assertEquals("", run.out());
    }

    @Test
    void onceAndWatchingExcludeEachOther() throws IOException {
        var image = image(1, user.keys());
        assertEquals(2, rollCall(image, "--once", "--watch").exitCode());
        assertEquals(2, CommandRun.of(user, "roll-call", image).exitCode());
    }

    private static List<String> states(CommandRun run) {
        return Stream.of(run.json().get("tags").get(0), run.json().get("tags").get(1))
                .map(RollCallCommandTest::state)
                .toList();
    }

    private static String state(JsonNode row) {
        return row.get("animal").asText() + " " + row.get("state").asText() + " "
                + row.get("goldenWindows").asInt();
    }

    private CommandRun rollCall(Path image, Object... more) {
        return rollCall(new Caller(user, () -> false), image, more);
    }

    private CommandRun rollCall(Caller caller, Path image, Object... more) {
        var words = Stream.concat(Stream.of("roll-call", image, "--list", list), Stream.of(more));
        return CommandRun.by(caller, words.toArray());
    }

    private VirtualTagPort tag(Path link, String... faults) {
        var profile = TagProfiles.builtIn().named(VirtualTags.PROFILE);
        var all = Stream.of(faults).map(Fault::parse).toList();
        return new VirtualTags(user).behind(link, profile, List.of(user.keys().publicKey()), all);
    }

    private Path image(int version, ModelKeys keys) throws IOException {
        var hardware = TagProfiles.builtIn().named(VirtualTags.PROFILE).hardwareId();
        var target = new ImageTarget(hardware, ImageVersion.of(1, 0, version), ImageVersion.of(1, 0, 0));
        byte[] bytes =
                ModelImage.sign(Images.payload(version, WINDOWS), target, keys).bytes();
        return Files.write(Files.createTempFile(folder, "model", ".bin"), bytes);
    }
}
