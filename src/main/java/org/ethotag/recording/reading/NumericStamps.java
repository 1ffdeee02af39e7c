package org.ethotag.recording.reading;

import java.util.OptionalLong;

/** Times as numbers: seconds, milliseconds, microseconds or nanoseconds, with decimals or not. */
final class NumericStamps implements Stamps {
    static final long SECOND = 1_000_000_000L;

    private static final long[] UNITS = {SECOND, 1_000_000L, 1_000L, 1L};
    /** 1980 and 2100 in seconds since 1970: no tag recorded before or will after. */
    private static final double EARLIEST = 315_532_800;

    private static final double LATEST = 4_102_444_800.0;
    /** Rates that tags have; they span less than a factor of 1000, so only one unit fits. */
    private static final double SLOWEST_HZ = 0.9;

    private static final double FASTEST_HZ = 900;
    /** Between real times; a device clock's nanoseconds taken as microseconds step further. */
    private static final double LONGEST_STEP_SECONDS = 20;

    private final Decimal decimal;
    private final long unitNanos;
    private int decimals;

    NumericStamps(long unitNanos, char mark) {
        this.unitNanos = unitNanos;
        this.decimal = new Decimal(mark);
    }

    /**
     * The unit in which a number is a time between 1980 and 2100, in nanoseconds.
     *
     * @param step usual step, which must not be a matter of minutes in this unit; NaN if unknown
     */
    static OptionalLong epochUnit(double stamp, double step) {
        for (long unit : UNITS) {
            double seconds = stamp * unit / SECOND;
            boolean slow = step * unit / SECOND > LONGEST_STEP_SECONDS;
            if (seconds > EARLIEST && seconds < LATEST && !slow) {
                return OptionalLong.of(unit);
            }
        }
        return OptionalLong.empty();
    }

    /**
     * The unit in which a step makes a rate that tags have, in nanoseconds.
     *
     * @param rateHz declared rate, 0 if unknown
     */
    static OptionalLong relativeUnit(double step, double rateHz) {
        for (long unit : UNITS) {
            double implied = SECOND / (step * unit);
            boolean fits = rateHz > 0
                    ? implied > rateHz / 30 && implied < rateHz * 30
                    : implied > SLOWEST_HZ && implied < FASTEST_HZ;
            if (fits) {
                return OptionalLong.of(unit);
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public long read(char[] text, int offset, int length) {
        if (decimal.read(text, offset, length) != Decimal.Kind.NUMBER) {
            return UNREADABLE;
        }
        if (Math.abs(decimal.value()) * unitNanos > Long.MAX_VALUE / 2.0) {
            return UNREADABLE;
        }
        decimals = Math.max(decimals, decimal.decimals());
        return decimal.times(unitNanos);
    }

    @Override
    public long resolutionNanos() {
        return Math.max(1, Math.round(unitNanos / Decimal.power(Math.clamp(decimals, 0, 9))));
    }
}
