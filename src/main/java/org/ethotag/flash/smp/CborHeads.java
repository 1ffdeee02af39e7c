package org.ethotag.flash.smp;

/**
 * The heads of the items in CBOR bytes (RFC 8949, section 3), one after the other: what is inside a map, a list or a tag
 * simply follows it, so that no structure is needed to see whether a string claims more bytes than there are.
 */
final class CborHeads {
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARGUMENT_BYTES_FROM = 24;
    private static final int RESERVED = 28;
    private static final int INDEFINITE = 31;

    private CborHeads() {}

    /** Whether every string of {@code bytes[from, to)} ends before {@code to}; a reader takes memory by what they claim. */
    static boolean stringsFit(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int major = (bytes[at] & 0xFF) >> 5;
            int information = bytes[at] & 0x1F;
            at++;
            if (information >= RESERVED) {
                if (information != INDEFINITE) {
                    return false;
                }
                continue; // of unknown length, or the end of such a thing
            }
            int width = information < ARGUMENT_BYTES_FROM ? 0 : 1 << (information - ARGUMENT_BYTES_FROM);
            if (width > to - at) {
                return false;
            }
            long argument = width == 0 ? information : argument(bytes, at, width);
            at += width;
            if (major == BYTES || major == TEXT) {
                if (argument < 0 || argument > to - at) {
                    return false;
                }
                at += (int) argument;
            }
        }
        return true;
    }

    private static long argument(byte[] bytes, int at, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << Byte.SIZE | (bytes[at + i] & 0xFF);
        }
        return value;
    }
}
