package org.ethotag.flash.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Random;

/** MCUboot images put together by hand after {@code image.h}, with any record left out or falsified. */
public final class TestImages {
    private static final int HEADER = 0x200;

    private TestImages() {}

    /** A fresh ECDSA P-256 pair. */
    public static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A signed image of one hardware that needs firmware {@code major.minor.revision} (three numbers). */
    static byte[] image(byte[] payload, KeyPair keys, String hardware, int... firmware) {
        byte[] dependency = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .put((byte) firmware[0])
                .put((byte) firmware[1])
                .putShort((short) firmware[2])
                .array();
        byte[] records = join(record(0x40, dependency), record(0xA0, hardware.getBytes(StandardCharsets.UTF_8)));
        byte[] guarded = join(head(0x6908, records.length + 4), records);
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x96F3B83D).putInt(0).putShort((short) HEADER).putShort((short) guarded.length);
        header.putInt(payload.length).putInt(0).put((byte) 1).put((byte) 2);
        byte[] hashed = join(header.array(), payload, guarded);
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(hashed);
            byte[] plain = join(
                    record(0x10, sha.digest(hashed)),
                    record(0x01, sha.digest(keys.getPublic().getEncoded())),
                    record(0x22, signer.sign()));
            return join(hashed, head(0x6907, plain.length + 4), plain);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The digest inside an image, as the state list shows it. */
    static String hash(byte[] image) {
        return BootImage.read(image).orElseThrow().claimedHash();
    }

    /** A payload of this many bytes that is no model. */
    static byte[] payload(int length, int seed) {
        byte[] payload = new byte[length];
        new Random(seed).nextBytes(payload);
        return payload;
    }

    static byte[] flipped(byte[] image, int at) {
        byte[] other = image.clone();
        other[at] ^= 1;
        return other;
    }

    private static byte[] record(int type, byte[] value) {
        return join(head(type, value.length), value);
    }

    private static byte[] head(int type, int length) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) type)
                .putShort((short) length)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
