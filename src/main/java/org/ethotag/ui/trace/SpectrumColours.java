package org.ethotag.ui.trace;

/**
 * Dark blue over grey to yellow, ever lighter: the order is seen with every kind of colour vision and in print. In the
 * manner of cividis (Nunez, Anderton and Renslow 2018, PLoS ONE 13, e0199239), between seven colours along its way.
 */
final class SpectrumColours {
    private static final int[] STOPS = {0x00204d, 0x1e3c6e, 0x575d6d, 0x7c7b78, 0xa59c74, 0xd2c060, 0xffea46};
    private static final int STEPS = 256;
    private static final int[] TABLE = table();

    private SpectrumColours() {}

    private static int[] table() {
        int[] table = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double at = (double) i / (STEPS - 1) * (STOPS.length - 1);
            int stop = Math.min(STOPS.length - 2, (int) at);
            double part = at - stop;
            int rgb = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int a = STOPS[stop] >> shift & 0xff;
                int b = STOPS[stop + 1] >> shift & 0xff;
                rgb |= (int) Math.round(a + (b - a) * part) << shift;
            }
            table[i] = rgb;
        }
        return table;
    }

    /** The colour of a part from 0 to 1, as 0xRRGGBB. */
    static int at(float part) {
        return TABLE[Math.clamp(Math.round(part * (STEPS - 1)), 0, STEPS - 1)];
    }
}
