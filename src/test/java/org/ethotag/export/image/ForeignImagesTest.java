package org.ethotag.export.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.export.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ethotag.export.ExportProblem;
import org.ethotag.export.Problems;
import org.junit.jupiter.api.Test;

/** Keys and images that other programs made (golden/export/mcuboot/PROVENANCE.md). */
class ForeignImagesTest {
    private static final ImageVersion VERSION = new ImageVersion(1, 2, 3, 4);

    @Test
    void imagesOfBothKindsVerifyWithTheirKeysAndWithNoOther() {
        for (var kind : KeyKind.values()) {
            var image = ModelImage.parse(bytes(kind.word() + ".img"));
            image.verify(key(kind.word()).publicKey());
            image.verifyHardware("collar-r1");
            assertEquals(List.of(kind), image.signatures());
            for (var other : List.of(ModelKeys.create(), ModelKeys.create(KeyKind.ED25519))) {
                assertProblem(ExportProblem.IMAGE_WRONG_KEY, () -> image.verify(other.publicKey()));
            }
        }
    }

    @Test
    void anImageTellsWhatItsMakerWroteIntoIt() {
        var said = ModelImage.parse(bytes("ed25519.img")).description();
        assertEquals(
                List.of("64 firmware dependency", "160 hardware id", "16 digest", "1 key hash", "36 Ed25519 signature"),
                said.records().stream()
                        .map(record -> record.type() + " " + record.name())
                        .toList());
        assertEquals(
                List.of(32, 64, VERSION, "000000000201000000000000", "636f6c6c61722d7231"),
                List.of(
                        said.headerBytes(),
                        said.payloadBytes(),
                        said.version(),
                        said.records().get(0).hex(),
                        said.records().get(1).hex()));
    }

    @Test
    void signingTheSameContentWithTheSameEd25519KeyGivesTheOtherProgramsBytes() {
        var theirs = ModelImage.parse(bytes("ed25519.img"));
        var unsignedByThem = ModelImage.parse(bytes("ecdsa-p256.img"));
        assertThat(unsignedByThem.signedBy(key("ed25519")).bytes()).isEqualTo(theirs.bytes());
    }

    @Test
    void anEd25519SignatureUnderAnEcdsaNameIsRefused() {
        byte[] bytes = bytes("ed25519.img");
        int type = bytes.length - 64 - 4;
        assertEquals(0x24, bytes[type]);
        bytes[type] = 0x22;
        assertProblem(
                ExportProblem.IMAGE_UNSIGNED,
                () -> ModelImage.parse(bytes).verify(key("ed25519").publicKey()));
    }

    @Test
    void everyFlippedBitOfAnEd25519ImageIsRefused() {
        byte[] whole = bytes("ed25519.img");
        var trusted = key("ed25519").publicKey();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] bytes = whole.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            var flipped = Problems.problemOf(() -> ModelImage.parse(bytes).verify(trusted));
            assertThat(flipped).as("bit %d", bit).isPresent();
        }
    }

    @Test
    void keysUnderAPassphraseOfOtherProgramsAreOpened() {
        var plain = key("ed25519").publicKey();
        for (String locked : List.of("openssl", "openssl-aes128", "python")) {
            assertEquals(
                    plain, secret("ed25519-" + locked + "-secret", "secret").publicKey(), locked);
        }
        assertEquals(
                ModelKeys.readPublic(path("ecdsa-p256-other-public.pem")),
                secret("ecdsa-p256-other-openssl-secret", "secret").publicKey());
    }

    @Test
    void theWrongPassphraseOrNoneOpensNothing() {
        assertProblem(ExportProblem.KEY_LOCKED, () -> key("ed25519-openssl-secret"));
        assertProblem(ExportProblem.KEY_PASSPHRASE_WRONG, () -> secret("ed25519-openssl-secret", "Secret"));
    }

    @Test
    void protectionThatIsTooWeakOrUnknownIsRefusedWithWords() {
        assertProblem(ExportProblem.KEY_UNREADABLE, () -> secret("ed25519-openssl-3des-secret", "secret"));
        assertProblem(ExportProblem.KEY_UNREADABLE, () -> secret("ed25519-openssl-scrypt-secret", "secret"));
    }

    @Test
    void keysThatNoBootloaderTakesAreRefused() {
        assertProblem(ExportProblem.KEY_UNREADABLE, () -> key("ecdsa-p384"));
        assertProblem(ExportProblem.KEY_UNREADABLE, () -> key("x25519"));
    }

    @Test
    void thePublicEd25519KeyIsTheOneThatOpensslDerives() throws IOException {
        var keys = key("ed25519");
        assertEquals(Files.readString(path("ed25519-public.pem"), StandardCharsets.US_ASCII), keys.publicPem());
        assertEquals(keys.publicKey(), ModelKeys.readPublic(path("ed25519-public.pem")));
    }

    private static ModelKeys key(String name) {
        return ModelKeys.read(path(name + ".pem"));
    }

    private static ModelKeys secret(String name, String passphrase) {
        return ModelKeys.read(path(name + ".pem"), Passphrase.of(passphrase.toCharArray()));
    }

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(ForeignImagesTest.class.getResource("/golden/export/mcuboot/" + name), name)
                            .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
