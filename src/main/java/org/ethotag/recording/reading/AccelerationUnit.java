package org.ethotag.recording.reading;

import java.util.Locale;
import java.util.OptionalDouble;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;

/**
 * A unit that files give acceleration in.
 *
 * @param name as it can be passed to an import
 * @param gPerUnit how many g one is, above 0
 * @param zero what the file shows at 0 g
 */
public record AccelerationUnit(String name, double gPerUnit, double zero) {
    /** Standard acceleration of free fall in m/s2 (3rd CGPM, 1901). */
    public static final double STANDARD_GRAVITY = 9.80665;

    private static final String COUNTS = "counts:";
    private static final AccelerationUnit G = new AccelerationUnit("g", 1, 0);
    private static final AccelerationUnit MILLI_G = new AccelerationUnit("mg", 1e-3, 0);
    private static final AccelerationUnit METRES = new AccelerationUnit("ms2", 1 / STANDARD_GRAVITY, 0);

    /** Reads a unit: {@code g}, {@code mg}, {@code ms2} (also m/s2, m/s^2, m/s²) {@code counts:N} (N counts per g) or {@code counts:N@Z} (Z at 0 g). */
    public static AccelerationUnit parse(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "g" -> G;
            case "mg" -> MILLI_G;
            case "ms2", "m/s2", "m/s^2", "m/s²", "ms-2" -> METRES;
            default -> counts(plain, text);
        };
    }

    /** A value of this unit in g. */
    double toG(double value) {
        return (value - zero) * gPerUnit;
    }

    /**
     * The unit in which a norm that should be 1 g would be {@code norm}.
     *
     * @param norm median over some seconds
     * @return g, m/s2 or mg; empty if it is none of them
     */
    static OptionalDouble perG(double norm) {
        for (double perG : new double[] {1, STANDARD_GRAVITY, 1000}) {
            if (norm > 0.6 * perG && norm < 1.6 * perG) {
                return OptionalDouble.of(perG);
            }
        }
        return OptionalDouble.empty();
    }

    /** The unit of {@link #perG}. */
    static AccelerationUnit ofPerG(double perG) {
        return perG == 1 ? G : perG == 1000 ? MILLI_G : METRES;
    }

    private static AccelerationUnit counts(String plain, String text) {
        try {
            int at = plain.indexOf('@');
            int end = at < 0 ? plain.length() : at;
            double perG = plain.startsWith(COUNTS) ? Double.parseDouble(plain.substring(COUNTS.length(), end)) : 0;
            double zero = at < 0 ? 0 : Double.parseDouble(plain.substring(at + 1));
            if (perG > 0 && perG < Double.POSITIVE_INFINITY && Double.isFinite(zero)) {
                return new AccelerationUnit(plain, 1 / perG, zero);
            }
        } catch (NumberFormatException notANumber) {
            throw new ProblemException(RecordingProblem.UNKNOWN_UNIT, text).causedBy(notANumber);
        }
        throw new ProblemException(RecordingProblem.UNKNOWN_UNIT, text);
    }
}
