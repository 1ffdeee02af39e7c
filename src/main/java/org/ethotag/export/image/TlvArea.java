package org.ethotag.export.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ethotag.export.ByteSink;
import org.ethotag.export.ByteSource;

/** One of the two lists of type-length-value records behind an image's payload. Every type at most once. */
final class TlvArea {
    /** Magic of the records that are hashed and signed. */
    static final int PROTECTED = 0x6908;
    /** Magic of the records that hold digest and signature. */
    static final int PLAIN = 0x6907;

    static final int KEY_HASH = 0x01;
    static final int SHA256 = 0x10;
    static final int ECDSA = 0x22;
    static final int ED25519 = 0x24;
    static final int DEPENDENCY = 0x40;
    static final int HARDWARE_ID = 0xA0;
    static final int SCHEMA_HASH = 0xA1;
    static final int MODEL_ID = 0xA2;

    static final int HEAD_BYTES = 4;
    private static final int DIGEST_BYTES = 32;
    private static final int DEPENDENCY_BYTES = 12;
    private static final int SHORT_HASH_BYTES = 8;
    private static final int ED25519_BYTES = 64;

    private final int magic;
    private final Map<Integer, byte[]> values;

    TlvArea(int magic) {
        this(magic, Map.of());
    }

    private TlvArea(int magic, Map<Integer, byte[]> values) {
        this.magic = magic;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    TlvArea with(int type, byte[] value) {
        var more = new LinkedHashMap<>(values);
        more.put(type, value.clone());
        return new TlvArea(magic, more);
    }

    Optional<byte[]> value(int type) {
        return Optional.ofNullable(values.get(type)).map(byte[]::clone);
    }

    /** The records in the order of the file; copies. */
    Map<Integer, byte[]> records() {
        var copies = new LinkedHashMap<Integer, byte[]>();
        values.forEach((type, value) -> copies.put(type, value.clone()));
        return copies;
    }

    byte[] bytes() {
        var records = new ByteSink();
        values.forEach((type, value) -> records.int16(type).int16(value.length).bytes(value));
        return new ByteSink()
                .int16(magic)
                .int16(HEAD_BYTES + records.size())
                .bytes(records.toArray())
                .toArray();
    }

    /** Reads an area that must end exactly at {@code to}. */
    static TlvArea read(ByteSource source, int magic, int from, int to) {
        source.require("TLV magic", source.uint16(from), magic, magic);
        source.require("TLV size", source.uint16(from + Short.BYTES), to - from, to - from);
        var area = new TlvArea(magic);
        int at = from + HEAD_BYTES;
        while (at < to) {
            int type = source.uint16(at);
            int length = source.uint16(at + Short.BYTES);
            source.require("TLV length", length, 0, to - at - HEAD_BYTES);
            if (area.values.containsKey(type)) {
                throw source.bad("TLV type", "0x%02X twice".formatted(type), "each once");
            }
            requireLength(source, type, length);
            area = area.with(type, source.bytes(at + HEAD_BYTES, length));
            at += HEAD_BYTES + length;
        }
        return area;
    }

    private static void requireLength(ByteSource source, int type, int length) {
        int expected = switch (type) {
            case KEY_HASH, SHA256 -> DIGEST_BYTES;
            case ED25519 -> ED25519_BYTES;
            case DEPENDENCY -> DEPENDENCY_BYTES;
            case SCHEMA_HASH, MODEL_ID -> SHORT_HASH_BYTES;
            default -> length;
        };
        source.require("length of TLV 0x%02X".formatted(type), length, expected, expected);
    }
}
