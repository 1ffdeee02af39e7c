package org.ethotag.quantization;

/**
 * How an integer stands for a real number: value = integer / 2^fractionBits.
 *
 * @param bits width with sign, 2 to 32
 * @param fractionBits where the point is; above {@code bits} - 1 for numbers far below 1
 */
public record QFormat(int bits, int fractionBits) {
    public QFormat {
        if (bits < 2 || bits > Integer.SIZE) {
            throw new IllegalArgumentException("not a width: " + bits + " bits");
        }
    }

    /** 16 bits with that many after the point. */
    public static QFormat int16(int fractionBits) {
        return new QFormat(Short.SIZE, fractionBits);
    }

    /** 32 bits with that many after the point. */
    public static QFormat int32(int fractionBits) {
        return new QFormat(Integer.SIZE, fractionBits);
    }

    /** The value of one count. */
    public double step() {
        return Math.scalb(1.0, -fractionBits);
    }

    /** The real number that an integer stands for. */
    public double toReal(long integer) {
        return integer * step();
    }

    /** For people: "int16, 12 fraction bits". */
    @Override
    public String toString() {
        return "int" + bits + ", " + fractionBits + " fraction bits";
    }
}
