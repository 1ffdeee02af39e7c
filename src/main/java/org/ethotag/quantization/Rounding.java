package org.ethotag.quantization;

/** What an arithmetic right shift does with the bits that it drops. */
public enum Rounding {
    /** To the nearest, a tie toward plus infinity: half a unit is added before the shift. */
    HALF_UP("rounding"),
    /** Down, as the bare shift does. */
    DOWN("truncating");

    private final String word;

    Rounding(String word) {
        this.word = word;
    }

    /** What people read. */
    public String word() {
        return word;
    }

    /** What is added before a shift by {@code shift}, 0 to 31. */
    public int constant(int shift) {
        return this == DOWN || shift == 0 ? 0 : FixedPoint.half(shift);
    }
}
