package org.ethotag.label;

/**
 * How well text can be read on a colour: relative luminance and contrast ratio of the Web Content Accessibility Guidelines
 * 2.1, from 1 (the same) to 21 (black on white).
 */
public final class Contrast {
    /** What the guidelines ask of normal text (success criterion 1.4.3, level AA). */
    public static final double READABLE = 4.5;

    private static final int HEX = 16;
    /** Of luminances, for the light that surroundings throw on a screen. */
    private static final double FLARE = 0.05;

    private Contrast() {}

    /** Black or white, whichever is read better on a colour. */
    public static String textOn(String colour) {
        return ratio("#000000", colour) >= ratio("#ffffff", colour) ? "#000000" : "#ffffff";
    }

    /** Contrast ratio of two colours given as {@code #rrggbb}, whichever is on the other. */
    public static double ratio(String one, String other) {
        double a = luminance(one) + FLARE;
        double b = luminance(other) + FLARE;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double value = Integer.parseInt(colour, at, at + 2, HEX) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
