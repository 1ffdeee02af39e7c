package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.FlashOutcome;
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

/** Exit codes and receipts of {@code flash}, through the real serial library in real time where there is a device. */
@Timeout(60)
class FlashCommandTest {
    private static final int WINDOWS = 6;
    private static final String TAG = "VIRTUAL-ttyTag";

    @TempDir
    private Path folder;

    private UserFolder user;
    private Path link;
    private ModelImage first;
    private Path firstFile;
    private Path secondFile;

    @BeforeEach
    void signTwoModels() throws IOException {
        user = new UserFolder(folder.resolve("user"));
        link = folder.resolve("ttyTag");
        first = image(1, user.keys());
        firstFile = Files.write(folder.resolve("first.bin"), first.bytes());
        secondFile =
                Files.write(folder.resolve("second.bin"), image(2, user.keys()).bytes());
    }

    @Test
    void zeroMeansVerifiedAndTheReceiptProvesIt() {
        try (var _ = tag()) {
            var run = flash(firstFile, "--port", link, "--json");
            assertEquals(0, run.exitCode(), run.err());
            var receipt = run.json().get("receipt");
            assertThat(receipt.get("verified").asBoolean()).isTrue();
            assertEquals("verified", receipt.get("outcome").asText());
            assertEquals(TAG, receipt.get("tag").asText());
            assertEquals(first.modelId().orElseThrow(), receipt.get("modelId").asText());
            assertEquals(WINDOWS, receipt.get("goldenWindows").asInt());
            assertEquals(
                    "{\"state\":\"passed\",\"passed\":6,\"windows\":6}",
                    receipt.get("selfTest").toString());
            assertEquals(0, receipt.get("problems").size());
            assertThat(receipt.get("sentBytes").asLong()).isPositive();
        }
    }

    @Test
    void threeMeansThatItFailedAndTheOldModelRuns() {
        try (var _ = tag()) {
            assertEquals(0, flash(firstFile, "--port", link).exitCode());
        }
        try (var _ = tag("self-test-fails")) {
            var run = flash(secondFile, "--port", link, "--json");
            assertEquals(3, run.exitCode(), run.err());
            var receipt = run.json().get("receipt");
            assertFalse(receipt.get("verified").asBoolean());
            assertEquals("old_model_runs", receipt.get("outcome").asText());
            assertEquals(
                    first.modelId().orElseThrow(), receipt.get("modelBefore").asText());
            assertThat(run.err()).contains(TAG);
        }
    }

    @Test
    void fourMeansThatTheTagVanishedBeforeItsProofAndResumeFindsOutLater() {
        var hurried = new Caller(user, () -> false, new HurriedClock());
        try (var _ = tag("no-return")) {
            var run = CommandRun.by(hurried, "flash", firstFile, "--port", link, "--json");
            assertEquals(4, run.exitCode(), run.err());
            var receipt = run.json().get("receipt");
            assertFalse(receipt.get("verified").asBoolean());
            assertEquals("unknown", receipt.get("outcome").asText());
            assertEquals(TAG, receipt.get("tag").asText());
            assertEquals("", receipt.get("modelId").asText());
            var lost = Problem.of(FlashProblem.TAG_LOST, TAG);
            assertEquals(lost.what(), receipt.get("problems").get(0).asText());
            assertThat(problemLines(run)).containsExactly(lost.what(), lost.why(), lost.next());
        }
        try (var _ = tag()) {
            var run = CommandRun.of(user, "flash", "--resume", "--port", link, "--json");
            assertEquals(0, run.exitCode(), run.err());
            var receipts = run.json().get("receipts");
            assertEquals(1, receipts.size());
            assertEquals(
                    first.modelId().orElseThrow(),
                    receipts.get(0).get("modelId").asText());
        }
    }

    @Test
    void fourWithoutJsonSaysSoInThreeLinesAndGivesNoAnswer() {
        try (var _ = tag("no-return")) {
            var hurried = new Caller(user, () -> false, new HurriedClock());
            var run = CommandRun.by(hurried, "flash", firstFile, "--port", link);
            assertEquals(4, run.exitCode(), run.err());
            var lost = Problem.of(FlashProblem.TAG_LOST, TAG);
            assertThat(problemLines(run)).containsExactly(lost.what(), lost.why(), lost.next());
            assertThat(run.out()).isBlank();
        }
    }

    @Test
    void oneMeansThatAnotherTagThanExpectedWasLeftAlone() {
        try (var _ = tag()) {
            assertRefused(flash(firstFile, "--port", link, "--expect-serial", "T-9", "--json"));
            assertThat(flash(firstFile, "--port", link, "--json")
                            .json()
                            .get("receipt")
                            .get("modelBefore")
                            .asText())
                    .as("nothing was written before")
                    .isEmpty();
        }
    }

    @Test
    void oneMeansThatATamperedImageWasNotSent() throws IOException {
        byte[] bytes = Files.readAllBytes(firstFile);
        bytes[2_000] ^= 1;
        Files.write(firstFile, bytes);
        assertRefused(flash(firstFile, "--port", link, "--json"));
    }

    @Test
    void oneMeansThatASignatureOfSomebodyElseWasRefused() throws IOException {
        Files.write(firstFile, image(1, ModelKeys.create()).bytes());
        assertRefused(flash(firstFile, "--port", link, "--json"));
    }

    @Test
    void oneMeansThatThereIsNoSuchPort() {
        assertRefused(flash(firstFile, "--port", folder.resolve("nothing-here"), "--json"));
    }

    @Test
    void aRefusalInWordsHasThreeLinesAndNoAnswer() throws IOException {
        Files.write(firstFile, new byte[5_000]);
        var run = flash(firstFile, "--port", link);
        assertEquals(1, run.exitCode());
        assertThat(problemLines(run)).hasSize(3);
        assertEquals("", run.out());
    }

    @Test
    void anImageThatIsNotThereIsAProblemOfTheOutsideWorld() {
        var run = flash(folder.resolve("no.bin"), "--port", link);
        assertEquals(1, run.exitCode());
        assertThat(run.err().lines()).hasSize(3);
    }

    @Test
    void everyOutcomeHasTheExitCodeThatScriptsRelyOn() {
        assertThat(Stream.of(FlashOutcome.values()).map(FlashOutcome::exitCode)).containsExactly(0, 1, 3, 4);
        assertEquals(4, FlashOutcome.UNKNOWN.exitCode());
    }

    private static void assertRefused(CommandRun run) {
        assertEquals(1, run.exitCode(), run.err());
        JsonNode receipt = run.json().get("receipt");
        assertFalse(receipt.get("verified").asBoolean());
        assertEquals("refused", receipt.get("outcome").asText());
        assertEquals(0, receipt.get("sentBytes").asLong());
        assertEquals(1, receipt.get("problems").size());
        assertThat(problemLines(run))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).isNotBlank());
    }

    private static List<String> problemLines(CommandRun run) {
        return run.err()
                .lines()
                .filter(line -> !line.matches(" *[0-9]+ % .*| {6}.*"))
                .toList();
    }

    private CommandRun flash(Path image, Object... more) {
        var words = Stream.concat(Stream.of("flash", image), Stream.of(more)).toArray();
        return CommandRun.of(user, words);
    }

    private VirtualTagPort tag(String... faults) {
        assumeTrue(VirtualTags.canStandBehindADevice(), "pseudo-terminals exist on Linux and macOS only");
        var profile = TagProfiles.builtIn().named(VirtualTags.PROFILE);
        var trusted = List.of(user.keys().publicKey());
        var all = Stream.of(faults).map(Fault::parse).toList();
        return new VirtualTags(user).behind(link, profile, trusted, all);
    }

    private static ModelImage image(int seed, ModelKeys keys) {
        var hardware = TagProfiles.builtIn().named(VirtualTags.PROFILE).hardwareId();
        var target = new ImageTarget(hardware, ImageVersion.of(1, 0, seed), ImageVersion.of(1, 0, 0));
        return ModelImage.sign(Images.payload(seed, WINDOWS), target, keys);
    }
}
