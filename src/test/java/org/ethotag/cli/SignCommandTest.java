package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.export.ImagePayload;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.TagProfiles;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sign} and {@code verify}: what they make, say and refuse. */
class SignCommandTest {
    private static final ImagePayload PAYLOAD = Images.payload(1, 4);

    @TempDir
    private Path folder;

    private UserFolder user;
    private Path blob;
    private Path image;
    private Path key;

    @BeforeEach
    void exportAModel() throws IOException {
        user = new UserFolder(folder.resolve("user"));
        blob = Files.write(folder.resolve("model.gruq"), PAYLOAD.blob().bytes());
        Files.write(folder.resolve("golden-windows.bin"), PAYLOAD.golden().bytes());
        image = folder.resolve("signed.bin");
        key = folder.resolve("keys/key.pem");
    }

    @Test
    void aBlobSignedInEitherWayVerifiesWithThePublicKeyBesideThePrivateOne() {
        for (String algorithm : List.of("ecdsa-p256", "ed25519")) {
            var own = folder.resolve(algorithm + ".pem");
            var out = folder.resolve(algorithm + ".bin");
            var signed = run("sign", blob, "--key", own, "--algorithm", algorithm, "--out", out, "--json");
            assertEquals(0, signed.exitCode(), signed.err());
            assertEquals(algorithm, signed.json().get("algorithm").asText());
            var verified = run("verify", out, "--key", folder.resolve(algorithm + ".public.pem"), "--json");
            assertEquals(0, verified.exitCode(), verified.err());
            var json = verified.json();
            assertThat(json.get("valid").asBoolean()).isTrue();
            assertEquals(
                    List.of(algorithm), List.of(json.get("signatures").get(0).asText()));
            assertEquals(PAYLOAD.blob().modelId(), json.get("modelId").asText());
            assertEquals(
                    TagProfiles.builtIn().named("virtual").hardwareId(),
                    json.get("hardware").asText());
        }
    }

    @Test
    void signingAnImageAnewKeepsItsContentAndReplacesTheSignature() throws IOException {
        assertEquals(0, run("sign", blob, "--key", key, "--out", image).exitCode());
        var other = folder.resolve("other.pem");
        var again = folder.resolve("again.bin");
        assertEquals(
                0,
                run("sign", image, "--key", other, "--algorithm", "ed25519", "--out", again)
                        .exitCode());
        var first = ModelImage.parse(Files.readAllBytes(image));
        var second = ModelImage.parse(Files.readAllBytes(again));
        assertEquals(first.payload(), second.payload());
        assertThat(second.hash()).isEqualTo(first.hash());
        second.verify(ModelKeys.read(other).publicKey());
    }

    @Test
    void aPassphraseFromAFileProtectsTheKeyAndIsNeededFromThenOn() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "Weiße Kuh 7\n");
        assertEquals(
                0,
                run("sign", blob, "--key", key, "--passphrase-file", secret, "--out", image)
                        .exitCode());
        assertThat(key).content().contains("ENCRYPTED");
        var without = run("sign", blob, "--key", key, "--out", folder.resolve("b"));
        assertRefused(without, "terminal");
        var wrong = Files.writeString(folder.resolve("wrong"), "Schwarze Kuh 7\n");
        assertRefused(
                run("sign", blob, "--key", key, "--passphrase-file", wrong, "--out", folder.resolve("c")),
                "passphrase");
        assertEquals(
                0,
                run("sign", blob, "--key", key, "--passphrase-file", secret, "--out", folder.resolve("d"))
                        .exitCode());
        assertThat(folder.resolve("d")).hasSameBinaryContentAs(image);
    }

    @Test
    void aPassphraseIsNoArgument() {
        assertEquals(
                2,
                run("sign", blob, "--key", key, "--passphrase", "secret", "--out", image)
                        .exitCode());
    }

    @Test
    void whatHoldsForNobodyIsNotValidAndSaysWhy() throws IOException {
        assertEquals(0, run("sign", blob, "--key", key, "--out", image).exitCode());
        var mine = folder.resolve("keys/key.public.pem");
        assertInvalid(run("verify", image, "--json"), "another key");
        assertInvalid(run("verify", image, "--key", mine, "--hardware", "ear-1", "--json"), "ear-1");
        byte[] bytes = Files.readAllBytes(image);
        bytes[2_000] ^= 1;
        Files.write(image, bytes);
        assertInvalid(run("verify", image, "--key", mine, "--json"), "changed");
        assertRefused(run("sign", image, "--key", key, "--out", folder.resolve("e")), "changed");
        assertThat(folder.resolve("e")).doesNotExist();
    }

    @Test
    void whatCannotBeSignedLeavesNoKeyAndNoImage() throws IOException {
        var noise = Files.write(folder.resolve("noise"), new byte[5_000]);
        assertEquals(1, run("sign", noise, "--key", key, "--out", image).exitCode());
        Files.delete(folder.resolve("golden-windows.bin"));
        assertRefused(run("sign", blob, "--key", key, "--out", image), "golden");
        assertEquals(
                2,
                run("sign", blob, "--key", key, "--out", image, "--algorithm", "rsa")
                        .exitCode());
        assertThat(key).doesNotExist();
        assertThat(image).doesNotExist();
    }

    @Test
    void anExistingFileIsNeverReplaced() throws IOException {
        Files.writeString(image, "precious");
        assertRefused(run("sign", blob, "--key", key, "--out", image), "exists already");
        assertThat(image).hasContent("precious");
    }

    @Test
    void aKeyOfTheOtherKindIsRefused() {
        assertEquals(0, run("sign", blob, "--key", key, "--out", image).exitCode());
        assertRefused(
                run("sign", blob, "--key", key, "--algorithm", "ed25519", "--out", folder.resolve("f")), "Ed25519");
        assertThat(folder.resolve("f")).doesNotExist();
    }

    @Test
    void thePublicKeyComesAsSourceForTheBootloader() {
        var source = folder.resolve("key.c");
        var run = run("sign", blob, "--key", key, "--algorithm", "ed25519", "--out", image, "--public-c", source);
        assertEquals(0, run.exitCode(), run.err());
        assertThat(source).hasContent(ModelKeys.read(key).publicC());
    }

    private static void assertInvalid(CommandRun run, String why) {
        assertEquals(1, run.exitCode(), run.err());
        assertThat(run.json().get("valid").asBoolean()).isFalse();
        assertThat(run.json().get("problems").get(0).asText()).contains(why);
        assertThat(run.err().lines()).hasSize(3);
    }

    private static void assertRefused(CommandRun run, String why) {
        assertEquals(1, run.exitCode(), run.err());
        assertThat(run.err().lines()).hasSize(3);
        assertThat(run.err()).contains(why);
        assertEquals("", run.out());
    }

    private CommandRun run(Object... words) {
        return CommandRun.of(user, Stream.of(words).toArray());
    }
}
