package org.ethotag.flash.smp;

/** The two bytes before the base64 of a line. Neither occurs in base64 or in readable text. */
enum Marker {
    /** Begins a frame. */
    FIRST(0x06, 0x09),
    /** Continues a frame. */
    NEXT(0x04, 0x14);

    private final int high;
    private final int low;

    Marker(int high, int low) {
        this.high = high;
        this.low = low;
    }

    byte[] bytes() {
        return new byte[] {(byte) high, (byte) low};
    }

    boolean matches(int first, int second) {
        return high == first && low == second;
    }
}
