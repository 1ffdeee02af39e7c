package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.export.Problems.assertProblem;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelKeysTest {
    /** Made with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256; openssl pkey -pubout. */
    private static final String OPENSSL_PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJFIoqrYFJLNLsC4N
            /FyurQSzBBi2k3aKVbHFawMpuFihRANCAARBLDSpTdIJNBUQWzwQm5edMcqJ6WG7
            +lESVKCgDJ5sFWmcJBjPAD8eIn92AEPUtJ2FmVYD+LreaYHU58fnvkth
            -----END PRIVATE KEY-----
            """;

    private static final String OPENSSL_PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQSw0qU3SCTQVEFs8EJuXnTHKielh
            u/pRElSgoAyebBVpnCQYzwA/HiJ/dgBD1LSdhZlWA/i63mmB1OfH575LYQ==
            -----END PUBLIC KEY-----
            """;

    @TempDir
    Path folder;

    @Test
    void aKeyOfOpensslGetsThePublicKeyThatOpensslSays() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), OPENSSL_PRIVATE);
        assertThat(ModelKeys.read(file).publicPem()).isEqualTo(OPENSSL_PUBLIC);
    }

    @Test
    void aWrittenKeyIsReadBack() {
        for (int i = 0; i < 8; i++) {
            var keys = ModelKeys.create();
            Path file = folder.resolve("key" + i + ".pem");
            keys.write(file);
            assertThat(ModelKeys.read(file).publicKey()).isEqualTo(keys.publicKey());
        }
    }

    @Test
    void onlyTheOwnerCanReadThePrivateKey() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path file = folder.resolve("key.pem");
        ModelKeys.create().write(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anExistingKeyIsNeverReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), "precious");
        assertProblem(ExportProblem.FILE_UNWRITABLE, () -> ModelKeys.create().write(file));
        assertThat(file).hasContent("precious");
    }

    @Test
    void whatIsNoKeyIsRefused() throws IOException {
        Path file = folder.resolve("key.pem");
        assertProblem(ExportProblem.KEY_UNREADABLE, () -> ModelKeys.read(file));
        for (String text : new String[] {
            "",
            "hello",
            OPENSSL_PUBLIC,
            OPENSSL_PRIVATE.replace("MIG", "MIX"),
            OPENSSL_PRIVATE.replace("MIG", "-IG"),
            "-----BEGIN PRIVATE KEY-----",
            "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----"
        }) {
            Files.writeString(file, text);
            assertProblem(ExportProblem.KEY_UNREADABLE, () -> ModelKeys.read(file));
        }
    }

    @Test
    void aPublicKeyIsReadAndAnythingElseRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pub"), OPENSSL_PUBLIC);
        Path other = Files.writeString(folder.resolve("key.pem"), OPENSSL_PRIVATE);
        assertThat(ModelKeys.readPublic(file)).isEqualTo(ModelKeys.read(other).publicKey());
        assertProblem(ExportProblem.KEY_UNREADABLE, () -> ModelKeys.readPublic(other));
    }

    @Test
    void thePublicKeyInCHasTheBytesOfItsDer() {
        var keys = ModelKeys.create();
        var hex = new StringBuilder();
        for (byte value : keys.publicKey().getEncoded()) {
            hex.append("%02x".formatted(value));
        }
        String c = keys.publicC();
        String body = c.substring(c.indexOf('{'), c.indexOf('}'));
        assertThat(body.replaceAll("0x|[^0-9a-f]", "")).isEqualTo(hex.toString());
        assertThat(c).contains("ecdsa_pub_key_len = 91;");
    }

    @Test
    void oneContentHasOneSignatureAndAnotherContentAnother() {
        var keys = ModelKeys.create();
        byte[] content = "window".getBytes(StandardCharsets.US_ASCII);
        assertThat(keys.sign(content)).isEqualTo(keys.sign(content));
        assertThat(keys.sign(content)).isNotEqualTo(keys.sign(new byte[] {1}));
        assertThat(keys.sign(content)).isNotEqualTo(ModelKeys.create().sign(content));
    }

    @Test
    void opensslAcceptsTheSignature() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl here");
        var keys = ModelKeys.create();
        byte[] content = "window".getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("content"), content);
        Files.write(folder.resolve("signature"), keys.sign(content));
        Files.writeString(folder.resolve("public.pem"), keys.publicPem());
        var openssl = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "dgst",
                        "-sha256",
                        "-verify",
                        "public.pem",
                        "-signature",
                        "signature",
                        "content")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(openssl.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(openssl.exitValue()).isZero();
    }
}
