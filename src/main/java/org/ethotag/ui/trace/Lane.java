package org.ethotag.ui.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ethotag.signal.Quantity;
import org.ethotag.ui.control.Texts;

/** What a lane of a trace may show. */
public enum Lane {
    X(Quantity.X),
    Y(Quantity.Y),
    Z(Quantity.Z),
    NORM(Quantity.NORM),
    VEDBA(Quantity.VEDBA),
    ODBA(Quantity.ODBA),
    PITCH(Quantity.PITCH),
    ROLL(Quantity.ROLL),
    /** Power by frequency, the three axes summed. */
    SPECTROGRAM(Quantity.NORM);

    private static final double SPECTROGRAM_WEIGHT = 1.6;
    private static final double RIGHT_ANGLE = 90;

    private final Quantity quantity;

    Lane(Quantity quantity) {
        this.quantity = quantity;
    }

    /** Lanes from their names, as {@link #names} wrote them; unknown ones are left out, and none at all are the axes. */
    public static List<Lane> named(String names) {
        var lanes = Arrays.stream(values())
                .filter(lane -> Arrays.asList(names.split(",")).contains(lane.name()))
                .toList();
        return lanes.isEmpty() ? List.of(X, Y, Z) : lanes;
    }

    /** Names to remember lanes by. */
    public static String names(List<Lane> lanes) {
        return lanes.stream().map(Lane::name).collect(Collectors.joining(","));
    }

    /** What its line shows; empty for a spectrogram. */
    Optional<Quantity> quantity() {
        return this == SPECTROGRAM ? Optional.empty() : Optional.of(quantity);
    }

    /** Its share of the height beside that of others. */
    double weight() {
        return this == SPECTROGRAM ? SPECTROGRAM_WEIGHT : 1;
    }

    /** Its name in a menu, with what it is. */
    public String title() {
        return Texts.of("trace.lane." + name());
    }

    /** The name that stands in the lane. */
    String shortName() {
        return Texts.of("trace.lane.short." + name());
    }

    /** Value at the bottom, in the unit of the quantity. */
    double low(ValueScale values) {
        return switch (this) {
            case X, Y, Z -> values.low(quantity.axis());
            case NORM -> 1 - values.spanG() / 2;
            case VEDBA, ODBA, SPECTROGRAM -> -values.spanG() * 0.03;
            case PITCH -> -RIGHT_ANGLE;
            case ROLL -> -2 * RIGHT_ANGLE;
        };
    }

    /** Value at the top. */
    double high(ValueScale values) {
        return switch (this) {
            case X, Y, Z -> values.high(quantity.axis());
            case NORM -> 1 + values.spanG() / 2;
            case VEDBA, ODBA, SPECTROGRAM -> values.spanG() * 0.97;
            case PITCH -> RIGHT_ANGLE;
            case ROLL -> 2 * RIGHT_ANGLE;
        };
    }
}
