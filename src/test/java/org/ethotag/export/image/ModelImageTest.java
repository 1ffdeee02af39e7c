package org.ethotag.export.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.export.Problems.assertProblem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.ethotag.export.ByteSink;
import org.ethotag.export.ExportProblem;
import org.ethotag.export.ImagePayload;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ModelImageTest {
    private final ModelKeys keys = ModelKeys.create();
    private final ImagePayload payload = Images.payload(1, 16);
    private final ModelImage image = ModelImage.sign(payload, Images.target(), keys);

    /** The layout of mcu-tools/mcuboot docs/design.md, put together here by hand. */
    @Test
    void everyByteLiesWhereMcubootExpectsIt() throws GeneralSecurityException {
        byte[] body = payload.bytes();
        byte[] hardware = Images.HARDWARE.getBytes(StandardCharsets.UTF_8);
        int protectedBytes = 4 + (4 + 12) + (4 + hardware.length) + (4 + 8) + (4 + 8);
        var hashed = ByteBuffer.allocate(0x200 + body.length + protectedBytes).order(ByteOrder.LITTLE_ENDIAN);
        hashed.putInt(0x96F3B83D).putInt(0).putShort((short) 0x200).putShort((short) protectedBytes);
        hashed.putInt(body.length).putInt(0);
        hashed.put((byte) 1).put((byte) 2).putShort((short) 3).putInt(4).putInt(0);
        hashed.position(0x200).put(body);
        hashed.putShort((short) 0x6908).putShort((short) protectedBytes);
        hashed.putShort((short) 0x40).putShort((short) 12);
        hashed.put(new byte[4]).put((byte) 2).put((byte) 1).putShort((short) 0).putInt(0);
        hashed.putShort((short) 0xA0).putShort((short) hardware.length).put(hardware);
        hashed.putShort((short) 0xA1).putShort((short) 8).put(ModelImage.schemaHash(payload.blob()));
        hashed.putShort((short) 0xA2).putShort((short) 8);
        hashed.put(HexFormat.of().parseHex(payload.blob().modelId()));
        byte[] bytes = image.bytes();
        assertThat(Arrays.copyOf(bytes, hashed.capacity())).isEqualTo(hashed.array());
        assertPlainArea(hashed.array(), Arrays.copyOfRange(bytes, hashed.capacity(), bytes.length));
    }

    private void assertPlainArea(byte[] hashed, byte[] area) throws GeneralSecurityException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        var read = ByteBuffer.wrap(area).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(read.getShort()).isEqualTo((short) 0x6907);
        assertThat(read.getShort()).isEqualTo((short) area.length);
        assertThat(read.getInt()).isEqualTo(0x10 | 32 << 16);
        assertThat(next(read, 32)).isEqualTo(sha256.digest(hashed));
        assertThat(read.getInt()).isEqualTo(0x01 | 32 << 16);
        assertThat(next(read, 32)).isEqualTo(sha256.digest(keys.publicKey().getEncoded()));
        assertThat(read.getShort()).isEqualTo((short) 0x22);
        byte[] signature = next(read, read.getShort());
        assertThat(read.hasRemaining()).isFalse();
        var verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(keys.publicKey());
        verifier.update(hashed);
        assertThat(verifier.verify(signature)).isTrue();
    }

    private static byte[] next(ByteBuffer read, int length) {
        byte[] bytes = new byte[length];
        read.get(bytes);
        return bytes;
    }

    @Test
    void readingGivesBackAllThatWasWrapped() {
        var read = ModelImage.parse(image.bytes());
        assertThat(read).isEqualTo(image);
        assertThat(read.payload()).isEqualTo(payload);
        assertThat(read.version()).isEqualTo(new ImageVersion(1, 2, 3, 4));
        assertThat(read.hardwareId()).contains(Images.HARDWARE);
        assertThat(read.minimumFirmware()).contains(ImageVersion.of(2, 1, 0));
        assertThat(read.modelId()).contains(payload.blob().modelId());
        read.verify(keys.publicKey());
        read.verifyHardware(Images.HARDWARE);
    }

    @Test
    void signingTwiceGivesTheSameBytes() {
        assertThat(ModelImage.sign(payload, Images.target(), keys)).isEqualTo(image);
    }

    @Test
    void anyFlippedBitIsRefused() {
        var random = new Random(5);
        for (int trial = 0; trial < 3000; trial++) {
            byte[] bytes = image.bytes();
            int bit = random.nextInt(8 * bytes.length);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isTrusted(bytes)).as("bit " + bit).isFalse();
        }
    }

    private boolean isTrusted(byte[] bytes) {
        try {
            ModelImage.parse(bytes).verify(keys.publicKey());
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    @Test
    void aChangedPayloadIsTampered() {
        byte[] bytes = image.bytes();
        bytes[0x200 + 100] ^= 1;
        assertProblem(
                ExportProblem.IMAGE_TAMPERED, () -> ModelImage.parse(bytes).verify(keys.publicKey()));
    }

    @Test
    void aChangedPayloadWithItsNewDigestIsTamperedToo() throws GeneralSecurityException {
        byte[] bytes = image.bytes();
        bytes[0x200 + 100] ^= 1;
        int hashed = 0x200 + payload.bytes().length + 4 + 16 + 4 + Images.HARDWARE.length() + 24;
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, hashed));
        System.arraycopy(digest, 0, bytes, hashed + 8, 32);
        assertProblem(
                ExportProblem.IMAGE_TAMPERED, () -> ModelImage.parse(bytes).verify(keys.publicKey()));
    }

    @Test
    void anImageOfAnotherKeyIsRefused() {
        assertProblem(
                ExportProblem.IMAGE_WRONG_KEY,
                () -> image.verify(ModelKeys.create().publicKey()));
    }

    @Test
    void anImageWithoutSignatureIsRefused() {
        byte[] signed = image.bytes();
        int plain = 0x200 + payload.bytes().length + 4 + 16 + 4 + Images.HARDWARE.length() + 24;
        byte[] unsigned = Arrays.copyOf(signed, plain + 4 + 36 + 36);
        ByteBuffer.wrap(unsigned).order(ByteOrder.LITTLE_ENDIAN).putShort(plain + 2, (short) (4 + 36 + 36));
        assertProblem(
                ExportProblem.IMAGE_UNSIGNED, () -> ModelImage.parse(unsigned).verify(keys.publicKey()));
    }

    @Test
    void anImageForOtherHardwareIsRefused() {
        assertProblem(ExportProblem.IMAGE_WRONG_HARDWARE, () -> image.verifyHardware("ear-r2"));
    }

    @Test
    void windowsOfAnotherModelAreNoPayload() {
        byte[] mixed = new ByteSink()
                .bytes(Images.blob(1).bytes())
                .bytes(Images.payload(2, 16).golden().bytes())
                .toArray();
        assertProblem(ExportProblem.BAD_FIELD, () -> ImagePayload.parse(mixed));
    }
}
