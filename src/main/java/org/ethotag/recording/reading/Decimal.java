package org.ethotag.recording.reading;

/** Reads decimal numbers from characters without making objects. One thread; the result is valid until the next one. */
final class Decimal {
    /** What a text turned out to be. */
    enum Kind {
        NUMBER,
        /** Empty, or a word for a missing or non-finite value. */
        MISSING,
        /** Something else. */
        TEXT
    }

    private static final int MOST_DIGITS = 18; // always fit into a long
    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        for (int i = 0; i <= MOST_DIGITS; i++) {
            POWERS[i] = Math.pow(10, i); // exact up to 10^22
        }
    }

    private final char mark;
    private long mantissa;
    private int decimals;
    private double value;

    /** @param mark between units and decimals, usually a point */
    Decimal(char mark) {
        this.mark = mark;
    }

    /** 10 to the power of 0 to 18. */
    static double power(int exponent) {
        return POWERS[exponent];
    }

    Kind read(char[] text, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && text[at] <= ' ') {
            at++;
        }
        while (end > at && text[end - 1] <= ' ') {
            end--;
        }
        if (at == end) {
            return missing();
        }
        int start = at;
        boolean negative = text[at] == '-';
        if (negative || text[at] == '+') {
            at++;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9 && count < MOST_DIGITS) {
                digits = digits * 10 + digit;
                count++;
            } else if (text[at] == mark && point < 0) {
                point = count;
            } else {
                return slow(text, start, end);
            }
        }
        if (count == 0) {
            return Kind.TEXT;
        }
        decimals = point < 0 ? 0 : count - point;
        mantissa = negative ? -digits : digits;
        value = negative && digits == 0 ? 0 : mantissa / POWERS[decimals];
        return Kind.NUMBER;
    }

    /** The number; NaN if it is missing. */
    double value() {
        return value;
    }

    /** Digits behind the mark, or -1 if the number has none that a grid could be made of. */
    int decimals() {
        return decimals;
    }

    /** The number times {@code factor}, rounded; exact if it has at most 18 digits and the product fits. */
    long times(long factor) {
        if (decimals < 0) {
            return Math.round(value * factor);
        }
        long unit = (long) POWERS[decimals];
        if (factor >= unit && factor % unit == 0) {
            return Math.multiplyExact(mantissa, factor / unit);
        }
        return Math.round((double) mantissa * factor / unit);
    }

    private Kind missing() {
        value = Double.NaN;
        decimals = -1;
        return Kind.MISSING;
    }

    private Kind slow(char[] text, int start, int end) {
        var word = new String(text, start, end - start);
        switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "nan", "na", "n/a", "null", "none", "inf", "+inf", "-inf", "infinity", "-infinity" -> {
                return missing();
            }
            default -> {
                if (word.chars().anyMatch(c -> "0123456789+-eE".indexOf(c) < 0 && c != mark)) {
                    return Kind.TEXT;
                }
            }
        }
        try {
            value = Double.parseDouble(word.replace(mark, '.'));
        } catch (NumberFormatException _) {
            return Kind.TEXT;
        }
        decimals = -1;
        return Double.isFinite(value) ? Kind.NUMBER : missing();
    }
}
