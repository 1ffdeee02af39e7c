package org.ethotag.flash.smp;

/** The checksum of console frames: polynomial 0x1021, start 0, not reflected, no final xor (also known as XMODEM). */
final class Crc16 {
    private static final int POLYNOMIAL = 0x1021;

    private Crc16() {}

    /** The checksum of {@code length} bytes from {@code from}; over data followed by its own checksum it is 0. */
    static int of(byte[] data, int from, int length) {
        int crc = 0;
        for (int i = from; i < from + length; i++) {
            crc ^= (data[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}
