package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ethotag.export.image.Images;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.virtual.VirtualTagPort;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.tag.VirtualTags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A kind of tag that only the user knows, from its file to a verified model: no code, no option beside its name. */
@Timeout(60)
class OwnProfileTest {
    private static final String HARDWARE = "goat-ear-3";
    private static final int WINDOWS = 4;

    @TempDir
    private Path folder;

    private UserFolder user;
    private Path file;
    private Path blob;
    private Path port;

    @BeforeEach
    void describeTheTag() throws IOException {
        user = new UserFolder(folder.resolve("user"));
        file = folder.resolve("user/tag-profiles/goat.json");
        Files.createDirectories(file.getParent());
        port = folder.resolve("ttyGoat");
        var payload = Images.payload(1, WINDOWS);
        blob = Files.write(folder.resolve("model.gruq"), payload.blob().bytes());
        Files.write(folder.resolve("golden-windows.bin"), payload.golden().bytes());
        describe("20");
    }

    private void describe(String leastBattery) throws IOException {
        try (var in = TagProfiles.class.getResourceAsStream("/tag-profiles/virtual.json")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    file,
                    text.replace("\"id\": \"virtual\"", "\"id\": \"goat\"")
                            .replace("ethotag-virtual-1", HARDWARE)
                            .replace("\"minimumBatteryPercent\": 20", "\"minimumBatteryPercent\": " + leastBattery));
        }
    }

    @Test
    void aModelIsSignedForItAndFlashedByTheRulesOfItsProfile() throws IOException {
        assumeTrue(VirtualTags.canStandBehindADevice(), "pseudo-terminals exist on Linux and macOS only");
        var image = folder.resolve("model.bin");
        var signed = run("sign", blob, "--profile", "goat", "--key", user.signingKey(), "--out", image, "--json");
        assertEquals(0, signed.exitCode(), signed.err());
        assertEquals(
                HARDWARE, run("verify", image, "--json").json().get("hardware").asText());
        var list = Files.writeString(folder.resolve("herd.csv"), "animal,tag\nHeidi,VIRTUAL-GOAT-ttyGoat\n");
        try (var _ = tag()) {
            describe("95");
            var empty = run("flash", image, "--port", port, "--json");
            assertEquals(1, empty.exitCode(), empty.err());
            assertThat(empty.err()).contains("95");
            var called = run("roll-call", image, "--list", list, "--ports", port, "--json");
            assertEquals(1, called.exitCode(), called.err());
            describe("20");
            var flashed = run("flash", image, "--port", port, "--json");
            assertEquals(0, flashed.exitCode(), flashed.err());
            assertEquals(
                    WINDOWS, flashed.json().get("receipt").get("goldenWindows").asInt());
            assertEquals(HARDWARE, flashed.json().get("receipt").get("hardware").asText());
        }
    }

    @Test
    void aMistakeInItIsToldWithFileLineAndColumn() throws IOException {
        describe("120");
        int line = Files.readAllLines(file).indexOf("  \"minimumBatteryPercent\": 120") + 1;
        for (var words : List.of(
                new Object[] {
                    "sign", blob, "--profile", "goat", "--key", folder.resolve("k.pem"), "--out", folder.resolve("o")
                },
                new Object[] {"tags"})) {
            var run = run(words);
            assertEquals(1, run.exitCode(), run.err());
            assertThat(run.err().lines()).hasSize(3);
            assertThat(run.err())
                    .contains(file.toString(), "line " + line, "column 28", "minimumBatteryPercent", "120");
        }
        assertThat(folder.resolve("k.pem")).as("nothing half-done").doesNotExist();
    }

    private VirtualTagPort tag() {
        return new VirtualTags(user)
                .behind(port, user.profile("goat"), List.of(user.keys().publicKey()), List.of());
    }

    private CommandRun run(Object... words) {
        return CommandRun.of(user, words);
    }
}
