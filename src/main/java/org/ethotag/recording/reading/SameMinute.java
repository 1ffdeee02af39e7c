package org.ethotag.recording.reading;

import java.util.Arrays;

/**
 * The minute of the last stamp, as text. Nearly every stamp of a recording says the same day, hour, minute and zone as
 * the one before and differs in its seconds only; reading those alone is several times faster. Whatever looks different
 * in any way is left to {@link TextStamps}. One thread.
 */
final class SameMinute {
    private static final int MOST = 64;
    private static final int MOST_FRACTION_DIGITS = 9;
    private static final int MOST_SECONDS = 60;

    private final char[] before = new char[MOST];
    private final char[] after = new char[MOST];
    private int beforeLength = -1;
    private int afterLength;
    private long minuteNanos;
    private boolean local;
    private int fractionDigits;

    /** The next stamp is read in full. */
    void forget() {
        beforeLength = -1;
    }

    /**
     * Remembers a stamp that was read in full.
     *
     * @param secondsAt where its seconds begin
     * @param restAt where what follows the seconds begins: half of the day, zone, or nothing
     * @param nanos time of second 0 of its minute
     * @param isLocal whether it has no offset of its own
     */
    void keep(char[] text, int start, int secondsAt, int restAt, int end, long nanos, boolean isLocal) {
        if (secondsAt - start > MOST || end - restAt > MOST) {
            forget();
            return;
        }
        beforeLength = secondsAt - start;
        afterLength = end - restAt;
        System.arraycopy(text, start, before, 0, beforeLength);
        System.arraycopy(text, restAt, after, 0, afterLength);
        minuteNanos = nanos;
        local = isLocal;
    }

    /** Whether the minute has no offset of its own. */
    boolean isLocal() {
        return local;
    }

    /** Digits of the fraction that {@link #read} met last. */
    int fractionDigits() {
        return fractionDigits;
    }

    /** The time of a stamp in the minute kept, or {@link Stamps#UNREADABLE} for every other text. */
    long read(char[] text, int start, int end) {
        int at = start + beforeLength;
        if (beforeLength < 0
                || end - at < 2 + afterLength
                || !Arrays.equals(text, start, at, before, 0, beforeLength)
                || !Arrays.equals(text, end - afterLength, end, after, 0, afterLength)) {
            return Stamps.UNREADABLE;
        }
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        int seconds = tens * 10 + ones;
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9 || seconds > MOST_SECONDS) {
            return Stamps.UNREADABLE;
        }
        int rest = end - afterLength;
        at += 2;
        int digits = 0;
        long fraction = 0;
        if (at < rest) {
            digits = rest - at - 1;
            if ((text[at] != '.' && text[at] != ',') || digits < 1 || digits > MOST_FRACTION_DIGITS) {
                return Stamps.UNREADABLE;
            }
            for (at++; at < rest; at++) {
                int digit = text[at] - '0';
                if (digit < 0 || digit > 9) {
                    return Stamps.UNREADABLE;
                }
                fraction = fraction * 10 + digit;
            }
            fraction *= (long) Decimal.power(MOST_FRACTION_DIGITS - digits);
        }
        fractionDigits = digits;
        return minuteNanos + seconds * NumericStamps.SECOND + fraction;
    }
}
