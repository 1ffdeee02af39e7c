package org.ethotag.flash.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import org.ethotag.flash.virtual.BootImage.Version;

/** The smallest signed image: what an emulated tag leaves its factory with, before it has a model. */
final class FactoryImage {
    private static final int HEADER_BYTES = 0x200;

    private FactoryImage() {}

    static byte[] of(byte[] payload, Version version, KeyPair key) {
        var header = ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, BootImage.MAGIC)
                .putShort(8, (short) HEADER_BYTES)
                .putInt(12, payload.length)
                .put(20, (byte) version.major())
                .put(21, (byte) version.minor())
                .putShort(22, (short) version.revision());
        byte[] hashed = Arrays.copyOf(header.array(), HEADER_BYTES + payload.length);
        System.arraycopy(payload, 0, hashed, HEADER_BYTES, payload.length);
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key.getPrivate());
            signer.update(hashed);
            var records = new ByteArrayOutputStream();
            record(records, BootImage.DIGEST, sha.digest(hashed));
            record(records, BootImage.KEY_HASH, sha.digest(key.getPublic().getEncoded()));
            record(records, BootImage.ECDSA, signer.sign());
            var image = new ByteArrayOutputStream();
            image.writeBytes(hashed);
            image.writeBytes(head(BootImage.PLAIN_AREA, records.size() + 4));
            image.writeBytes(records.toByteArray());
            return image.toByteArray();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java signs with ECDSA", impossible);
        }
    }

    private static void record(ByteArrayOutputStream out, int type, byte[] value) {
        out.writeBytes(head(type, value.length));
        out.writeBytes(value);
    }

    private static byte[] head(int type, int length) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) type)
                .putShort((short) length)
                .array();
    }
}
