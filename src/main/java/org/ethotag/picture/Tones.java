package org.ethotag.picture;

/**
 * The colours of a picture that are not those of behaviours.
 *
 * @param ground behind everything
 * @param ink of text and of what matters
 * @param muted of what matters less
 * @param grid of lines that only guide the eye
 * @param empty of time without a recording
 * @param idle of recorded time without a label
 * @param tint of the strongest cell of a matrix
 */
public record Tones(String ground, String ink, String muted, String grid, String empty, String idle, String tint) {
    /** Names that marks use for these colours. */
    public static final String GROUND = "ground";

    public static final String INK = "ink";
    public static final String MUTED = "muted";
    public static final String GRID = "grid";
    public static final String EMPTY = "empty";
    public static final String IDLE = "idle";

    /** A share of the tint over the ground: {@code "tint 0.25"}. */
    private static final String TINT = "tint ";

    /** For paper. */
    public static Tones light() {
        return new Tones("#ffffff", "#1f2328", "#59636e", "#d1d9e0", "#f1f3f5", "#c4cad1", "#0f7a6c");
    }

    /** For a dark window. */
    public static Tones dark() {
        return new Tones("#0d1117", "#e6edf3", "#9198a1", "#30363d", "#151b23", "#4b535d", "#2fb8a6");
    }

    /** The name of a share of the tint, 0 to 1. */
    public static String tint(double share) {
        return TINT + Math.clamp(share, 0, 1);
    }

    /** What a mark's colour is here, as {@code #rrggbb}. */
    public String of(String colour) {
        if (colour.startsWith(TINT)) {
            return mixed(Double.parseDouble(colour.substring(TINT.length())));
        }
        return switch (colour) {
            case GROUND -> ground;
            case INK -> ink;
            case MUTED -> muted;
            case GRID -> grid;
            case EMPTY -> empty;
            case IDLE -> idle;
            default -> colour;
        };
    }

    /** Black or white, whichever is easier to read on a colour. */
    public static String on(int rgb) {
        double light = 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff); // Rec. 601 luma
        return light > 0x90 ? "#10211e" : "#ffffff";
    }

    private String mixed(double share) {
        int low = Integer.parseInt(ground.substring(1), 16);
        int high = Integer.parseInt(tint.substring(1), 16);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= Byte.SIZE) {
            int from = low >> shift & 0xff;
            int to = high >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return String.format("#%06x", mixed);
    }
}
