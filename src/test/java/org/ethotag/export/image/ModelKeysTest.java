package org.ethotag.export.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.export.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ethotag.export.ExportProblem;
import org.ethotag.export.ModelBlob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelKeysTest {
    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

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
        for (var kind : KeyKind.values()) {
            for (int i = 0; i < 8; i++) {
                var keys = ModelKeys.create(kind);
                Path file = folder.resolve(kind.word() + i + ".pem");
                keys.write(file);
                var read = ModelKeys.read(file);
                assertThat(read.publicKey()).isEqualTo(keys.publicKey());
                assertThat(read.kind()).isEqualTo(kind);
            }
        }
    }

    @Test
    void aKeyUnderAPassphraseOpensWithItAndOnlyWithIt() throws IOException {
        for (var kind : KeyKind.values()) {
            var keys = ModelKeys.create(kind);
            Path file = folder.resolve(kind.word() + ".pem");
            keys.write(file, passphrase("Weiße Kuh 7"));
            assertThat(file).content().contains("BEGIN ENCRYPTED PRIVATE KEY");
            assertThat(ModelKeys.needsPassphrase(file)).isTrue();
            assertThat(ModelKeys.read(file, passphrase("Weiße Kuh 7")).publicKey())
                    .isEqualTo(keys.publicKey());
            assertProblem(ExportProblem.KEY_PASSPHRASE_WRONG, () -> ModelKeys.read(file, passphrase("Weiße Kuh 8")));
            assertProblem(ExportProblem.KEY_LOCKED, () -> ModelKeys.read(file));
        }
    }

    @Test
    void aKeyFileThatWouldKeepTheComputerBusyIsRefused() throws IOException {
        Path file = folder.resolve("key.pem");
        ModelKeys.create().write(file, passphrase("p"));
        byte[] der =
                new Pem(Files.readString(file)).block("ENCRYPTED PRIVATE KEY").orElseThrow();
        String hex = HexFormat.of().formatHex(der);
        assertThat(hex).as("600,000 rounds").contains("02030927c0");
        String salt = hex.substring(hex.indexOf("0410") + 4, hex.indexOf("02030927c0"));
        String busy = hex.replace("0410" + salt + "02030927c0", "040f" + salt.substring(2) + "02047fffffff");
        Files.writeString(file, Pem.text("ENCRYPTED PRIVATE KEY", HexFormat.of().parseHex(busy)));
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertProblem(ExportProblem.KEY_UNREADABLE, () -> ModelKeys.read(file, passphrase("p"))));
    }

    private static Passphrase passphrase(String text) {
        return Passphrase.of(text.toCharArray());
    }

    @Test
    void opensslOpensOurKeyWithThePassphrase() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OPENSSL), "no openssl here");
        for (var kind : KeyKind.values()) {
            var keys = ModelKeys.create(kind);
            keys.write(folder.resolve(kind.word()), passphrase("grazing"));
            var command = List.of(
                    OPENSSL.toString(),
                    "pkey",
                    "-in",
                    kind.word(),
                    "-passin",
                    "pass:grazing",
                    "-pubout",
                    "-out",
                    "pub");
            assertThat(exitCode(command)).isZero();
            assertThat(folder.resolve("pub")).hasContent(keys.publicPem().stripTrailing());
        }
    }

    private int exitCode(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
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

    /** The names are those of imgtool getpub. */
    @Test
    void thePublicKeyInCHasTheBytesOfItsDer() {
        for (var kind : KeyKind.values()) {
            var keys = ModelKeys.create(kind);
            String c = keys.publicC();
            String body = c.substring(c.indexOf('{'), c.indexOf('}'));
            assertThat(body.replaceAll("0x|[^0-9a-f]", ""))
                    .isEqualTo(HexFormat.of().formatHex(keys.publicKey().getEncoded()));
            assertThat(c)
                    .contains(
                            kind == KeyKind.ED25519
                                    ? "const unsigned char ed25519_pub_key[] = {"
                                    : "const unsigned char ecdsa_pub_key[] = {",
                            kind == KeyKind.ED25519 ? "ed25519_pub_key_len = 44;" : "ecdsa_pub_key_len = 91;");
        }
    }

    @Test
    void oneContentHasOneSignatureAndAnotherContentAnother() {
        for (var kind : KeyKind.values()) {
            var keys = ModelKeys.create(kind);
            byte[] content = "window".getBytes(StandardCharsets.US_ASCII);
            assertThat(keys.sign(content)).isEqualTo(keys.sign(content));
            assertThat(keys.sign(content)).isNotEqualTo(keys.sign(new byte[] {1}));
            assertThat(keys.sign(content)).isNotEqualTo(ModelKeys.create(kind).sign(content));
        }
    }

    @Test
    void opensslAcceptsTheSignature() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OPENSSL), "no openssl here");
        var keys = ModelKeys.create();
        byte[] content = "window".getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("content"), content);
        Files.write(folder.resolve("signature"), keys.sign(content));
        Files.writeString(folder.resolve("public.pem"), keys.publicPem());
        var command = List.of(
                OPENSSL.toString(), "dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "content");
        assertThat(exitCode(command)).isZero();
    }

    @Test
    void opensslAcceptsTheEd25519SignatureOfTheDigest() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OPENSSL), "no openssl here");
        var keys = ModelKeys.create(KeyKind.ED25519);
        byte[] content = "window".getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("digest"), ModelBlob.sha256().digest(content));
        Files.write(folder.resolve("signature"), keys.sign(content));
        Files.writeString(folder.resolve("public.pem"), keys.publicPem());
        var command = List.of(
                OPENSSL.toString(),
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                "public.pem",
                "-rawin",
                "-in",
                "digest",
                "-sigfile",
                "signature");
        assertThat(exitCode(command)).isZero();
    }
}
