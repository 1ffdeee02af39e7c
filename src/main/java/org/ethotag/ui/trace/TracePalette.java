package org.ethotag.ui.trace;

/**
 * Colours of the parts that are drawn pixel by pixel, as 0xRRGGBB; everything else takes its colour from the style
 * sheet. The axes are blue, vermillion and bluish green of Okabe and Ito's set for all kinds of colour vision, lighter
 * on dark ground; dynamic acceleration is reddish purple of that set, angles are its yellow, darkened on light ground.
 */
public record TracePalette(
        int background,
        int laneAlternate,
        int grid,
        int zeroLine,
        int gap,
        int x,
        int y,
        int z,
        int unlabelled,
        int hatch,
        int norm,
        int dynamic,
        int angle,
        int onSpectrum) {
    /** On light ground. */
    public static TracePalette light() {
        return new TracePalette(
                0xffffff, 0xfafbfc, 0xe9edf1, 0xd0d7de, 0xbf8700, 0x0067a8, 0xc75000, 0x00845f, 0xeef1f4, 0xd8dee4,
                0x57606a, 0xa63d7f, 0x8a6500, 0xffffff);
    }

    /** On dark ground. */
    public static TracePalette dark() {
        return new TracePalette(
                0x0d1117, 0x10151c, 0x1d242d, 0x343c46, 0xd29922, 0x5cb3ee, 0xf0883e, 0x35c79a, 0x1c2128, 0x2d343d,
                0x9aa4af, 0xe58cc0, 0xe3b341, 0xffffff);
    }

    /** The line of a lane. */
    int line(Lane lane) {
        return switch (lane) {
            case X -> x;
            case Y -> y;
            case Z -> z;
            case NORM -> norm;
            case VEDBA, ODBA -> dynamic;
            case PITCH, ROLL -> angle;
            case SPECTROGRAM -> onSpectrum;
        };
    }

    int axis(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            default -> z;
        };
    }
}
