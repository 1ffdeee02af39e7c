package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.TagLink;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The C code of the reference tag, part by part: on this computer under the sanitizers, and where it will run. */
class FirmwareTest {
    private static final int SIGNATURES = Integer.getInteger("ethotag.firmware.signatures", 400);
    private static final int CUT_STRIDE = Integer.getInteger("ethotag.firmware.cutStride", 61);
    private static final List<String> FOR_VECTORS = List.of(
            "base64.c",
            "cbor_read.c",
            "cbor_write.c",
            "crc16.c",
            "datetime.c",
            "der.c",
            "ethotag_crc32.c",
            "frame.c",
            "image.c",
            "p256.c",
            "ed25519.c",
            "sha256.c",
            "sha512.c");
    private static final List<String> BOARD_AND_VECTORS = Stream.concat(
                    FOR_VECTORS.stream(), Stream.of("board_mps2.c", "startup.c"))
            .toList();
    private static final List<String> FOR_SWAP =
            List.of("boot.c", "der.c", "flash.c", "image.c", "memory.c", "sha256.c");
    private static final int DIGEST_BYTES = 32;

    @TempDir
    Path folder;

    @Test
    void publishedVectorsHoldOnThisComputer() throws IOException {
        var program = FirmwareProgram.onTheComputer(folder, List.of("vectors_main.c", "vectors.c"), FOR_VECTORS);
        assertThatCode(program::run).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void publishedVectorsHoldOnTheEmulatedProcessor(EmulatedCore core) throws IOException {
        var program = FirmwareProgram.emulated(folder, core, List.of("vectors_main.c", "vectors.c"), BOARD_AND_VECTORS);
        assertThatCode(program::run).doesNotThrowAnyException();
    }

    /** The two kinds: how Java calls keys and signatures, and where the point begins in a SubjectPublicKeyInfo. */
    @ParameterizedTest
    @CsvSource({"p256, EC, NONEwithECDSAinP1363Format, 27", "ed25519, Ed25519, Ed25519, 12"})
    void signaturesAreJudgedAsJavaJudgesThem(String kind, String keyName, String name, int head)
            throws IOException, GeneralSecurityException {
        var random = new Random(11);
        var records = new ByteArrayOutputStream();
        var makers = KeyPairGenerator.getInstance(keyName);
        if (keyName.equals("EC")) {
            makers.initialize(new ECGenParameterSpec("secp256r1"));
        }
        KeyPair keys = makers.generateKeyPair();
        for (int i = 0; i < SIGNATURES; i++) {
            keys = i % 8 == 0 ? makers.generateKeyPair() : keys;
            records.writeBytes(record(keys, Signature.getInstance(name), head, random));
        }
        Path file = Files.write(folder.resolve("signatures"), records.toByteArray());
        var program = FirmwareProgram.onTheComputer(
                folder, List.of("signatures.c", "host.c"), List.of("p256.c", "ed25519.c", "sha512.c"));
        assertThat(program.run(kind, file)).isEqualTo(SIGNATURES + " signatures");
    }

    /** A signature of some digest, every other time with a bit of it flipped. */
    private static byte[] record(KeyPair keys, Signature signer, int head, Random random)
            throws GeneralSecurityException {
        byte[] digest = new byte[DIGEST_BYTES];
        random.nextBytes(digest);
        signer.initSign(keys.getPrivate());
        signer.update(digest);
        byte[] signature = signer.sign();
        if (random.nextBoolean()) {
            int bit = random.nextInt(8 * signature.length);
            signature[bit / 8] ^= (byte) (1 << bit % 8);
        }
        byte[] key = keys.getPublic().getEncoded();
        var out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOfRange(key, head, key.length));
        out.writeBytes(digest);
        out.writeBytes(signature);
        signer.initVerify(keys.getPublic());
        signer.update(digest);
        out.write(verified(signer, signature) ? 1 : 0);
        return out.toByteArray();
    }

    private static boolean verified(Signature signer, byte[] signature) {
        try {
            return signer.verify(signature);
        } catch (GeneralSecurityException _) {
            return false; // numbers out of range
        }
    }

    @Test
    void twoPowerCutsAtAnyFlashOperationsOfATrialLeaveTheOldOrTheNewModelWhole() throws IOException {
        var old = FlashBench.image(1);
        var young = FlashBench.image(2);
        try (var bench = new FlashBench(folder)) {
            bench.flash(old);
            try (TagLink link = bench.tag().connector().connect("", Duration.ofSeconds(5))) {
                link.upload(young.bytes(), 1, JobMonitor.unwatched());
                link.test(HexFormat.of().formatHex(young.hash()));
            }
        }
        var program = FirmwareProgram.onTheComputer(folder, List.of("swap.c", "host.c"), FOR_SWAP);
        assertThat(program.run(folder.resolve("memory"), key(), file("old", old), file("young", young), CUT_STRIDE))
                .matches("\\d{4,} lives, \\d+ end with the old model, \\d+ with the new one");
    }

    private Path key() throws IOException {
        return Files.write(folder.resolve("key"), FlashBench.KEYS.publicKey().getEncoded());
    }

    private Path file(String name, ModelImage image) throws IOException {
        return Files.write(folder.resolve(name), image.bytes());
    }
}
