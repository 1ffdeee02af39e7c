package org.ethotag.flash.virtual;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image as the bootloader sees it: header, payload and trailer records in the bytes of a slot ({@code design.md} and
 * {@code image.h} of MCUboot). Written apart from the laptop's reader on purpose, so that neither can hide the other's
 * mistakes.
 */
final class BootImage {
    static final int HEADER_BYTES = 32;
    static final int MAGIC = 0x96F3B83D;
    static final int PROTECTED_AREA = 0x6908;
    static final int PLAIN_AREA = 0x6907;
    static final int DIGEST = 0x10;
    static final int KEY_HASH = 0x01;
    static final int ECDSA = 0x22;
    static final int ED25519 = 0x24;
    static final int DEPENDENCY = 0x40;
    static final int HARDWARE = 0xA0;

    private static final int AREA_HEAD = 4;
    private static final int DEPENDENCY_BYTES = 12;

    private final byte[] slot;
    private final Version version;
    private final int headerBytes;
    private final int payloadBytes;
    private final int hashedBytes;
    private final int bytes;
    private final Map<Integer, byte[]> records;

    /** A version as the header states it. */
    record Version(int major, int minor, int revision, long build) implements Comparable<Version> {
        @Override
        public int compareTo(Version other) {
            return Arrays.compare(
                    new long[] {major, minor, revision, build},
                    new long[] {other.major, other.minor, other.revision, other.build});
        }

        @Override
        public String toString() {
            return major + "." + minor + "." + revision + (build == 0 ? "" : "." + build);
        }

        static Version read(ByteBuffer in) {
            return new Version(
                    in.get() & 0xFF, in.get() & 0xFF, in.getShort() & 0xFFFF, Integer.toUnsignedLong(in.getInt()));
        }

        static Version parse(String text) {
            int[] parts = Arrays.stream(text.split("[.+]"))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new Version(parts[0], parts[1], parts[2], 0);
        }
    }

    private BootImage(
            byte[] slot,
            Version version,
            int headerBytes,
            int payloadBytes,
            int hashedBytes,
            int bytes,
            Map<Integer, byte[]> records) {
        this.slot = slot;
        this.version = version;
        this.headerBytes = headerBytes;
        this.payloadBytes = payloadBytes;
        this.hashedBytes = hashedBytes;
        this.bytes = bytes;
        this.records = records;
    }

    /** Whether a header stands at the start. */
    static boolean begins(byte[] slot) {
        return slot.length >= HEADER_BYTES && littleEndian(slot).getInt() == MAGIC;
    }

    /** The image at the start of these bytes, or empty if there is none. */
    static Optional<BootImage> read(byte[] slot) {
        if (!begins(slot)) {
            return Optional.empty();
        }
        var in = littleEndian(slot);
        int headerBytes = in.getShort(8) & 0xFFFF;
        int protectedBytes = in.getShort(10) & 0xFFFF;
        long payloadBytes = Integer.toUnsignedLong(in.getInt(12));
        var version = Version.read(in.position(20));
        if (headerBytes < HEADER_BYTES || headerBytes + payloadBytes + protectedBytes > slot.length) {
            return Optional.empty();
        }
        int at = headerBytes + (int) payloadBytes;
        var records = new HashMap<Integer, byte[]>();
        if (protectedBytes > 0 && area(slot, at, PROTECTED_AREA, records) != protectedBytes) {
            return Optional.empty();
        }
        int hashed = at + protectedBytes;
        int plainBytes = area(slot, hashed, PLAIN_AREA, records);
        return plainBytes < 0
                ? Optional.empty()
                : Optional.of(new BootImage(
                        slot, version, headerBytes, (int) payloadBytes, hashed, hashed + plainBytes, records));
    }

    /** Reads one area of records. @return its length, or -1 if there is none */
    private static int area(byte[] slot, int at, int magic, Map<Integer, byte[]> records) {
        if (at > slot.length - AREA_HEAD) {
            return -1;
        }
        var in = littleEndian(slot).position(at);
        int found = in.getShort() & 0xFFFF;
        int total = in.getShort() & 0xFFFF;
        if (found != magic || total < AREA_HEAD || total > slot.length - at) {
            return -1;
        }
        in.limit(at + total);
        while (in.remaining() >= AREA_HEAD) {
            int type = in.getShort() & 0xFFFF;
            int length = in.getShort() & 0xFFFF;
            if (length > in.remaining()) {
                return -1;
            }
            byte[] value = new byte[length];
            in.get(value);
            records.put(type, value);
        }
        return in.hasRemaining() ? -1 : total;
    }

    Version version() {
        return version;
    }

    /** Header to last record. */
    int bytes() {
        return bytes;
    }

    byte[] payload() {
        return Arrays.copyOfRange(slot, headerBytes, headerBytes + payloadBytes);
    }

    /** What the image claims to be its digest, or empty bytes. */
    byte[] claimedDigest() {
        return records.getOrDefault(DIGEST, new byte[0]);
    }

    String claimedHash() {
        return HexFormat.of().formatHex(claimedDigest());
    }

    /** Whether the digest is right and one of these keys signed it. */
    boolean signedBy(List<PublicKey> keys) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(slot, 0, hashedBytes);
            return MessageDigest.isEqual(sha.digest(), claimedDigest()) && signatureHolds(keys, records.get(KEY_HASH));
        } catch (GeneralSecurityException _) {
            return false; // a signature of the wrong form is no signature
        }
    }

    private boolean signatureHolds(List<PublicKey> keys, byte @Nullable [] keyHash) throws GeneralSecurityException {
        for (PublicKey key : keys) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            if (Arrays.equals(hash, keyHash)) {
                return key instanceof EdECPublicKey
                        ? holds("Ed25519", key, claimedDigest(), claimedDigest().length, records.get(ED25519))
                        : holds("SHA256withECDSA", key, slot, hashedBytes, records.get(ECDSA));
            }
        }
        return false;
    }

    private static boolean holds(
            String algorithm, PublicKey key, byte[] message, int length, byte @Nullable [] signature)
            throws GeneralSecurityException {
        if (signature == null) {
            return false;
        }
        var verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(message, 0, length);
        return verifier.verify(signature);
    }

    /** Whether it may run on this hardware: an image that names none may run everywhere. */
    boolean fits(String hardware) {
        byte[] id = records.get(HARDWARE);
        return id == null || hardware.equals(new String(id, StandardCharsets.UTF_8));
    }

    /** Whether what it asks of another image holds. */
    boolean accepts(int otherImage, Version other) {
        byte[] dependency = records.get(DEPENDENCY);
        if (dependency == null || dependency.length != DEPENDENCY_BYTES || dependency[0] != otherImage) {
            return true;
        }
        return other.compareTo(Version.read(littleEndian(dependency).position(4))) >= 0;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
