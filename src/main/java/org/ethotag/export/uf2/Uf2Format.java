package org.ethotag.export.uf2;

/** Numbers of the UF2 format (microsoft/uf2, README.md). */
final class Uf2Format {
    static final String WHAT = "UF2 file";
    static final int BLOCK_BYTES = 512;
    static final int FIRST_MAGIC = 0x0A324655;
    static final int SECOND_MAGIC = 0x9E5D5157;
    static final int LAST_MAGIC = 0x0AB16F30;
    static final int HAS_FAMILY = 0x2000;
    static final int NOT_FOR_FLASH = 0x0001;
    static final int MOST_PAYLOAD = 476;
    /** What every bootloader takes. */
    static final int PAYLOAD = 256;

    static final int AT_SECOND_MAGIC = 4;
    static final int AT_FLAGS = 8;
    static final int AT_ADDRESS = 12;
    static final int AT_PAYLOAD_SIZE = 16;
    static final int AT_BLOCK = 20;
    static final int AT_BLOCKS = 24;
    static final int AT_FAMILY = 28;
    static final int AT_DATA = 32;
    static final int AT_LAST_MAGIC = 508;

    private Uf2Format() {}
}
