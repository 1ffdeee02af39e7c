package org.ethotag.quantization;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One thing that can be chosen when a student becomes integers, with the values that are worth trying. */
public enum Knob {
    /** Width of the weights. */
    WEIGHTS("Weights", "bits"),
    /** Width of the GRU's state. */
    STATE("Hidden state", "bits"),
    /** Width of gates and perceptron. */
    ACTIVATIONS("Activations", "bits"),
    /** Cells of the function tables. */
    TABLE("Function tables", "cells"),
    /** Whether tables are read between their entries. */
    INTERPOLATION("Function tables", ""),
    /** Which weights share a scale. */
    SCALES("Scales", ""),
    /** What shifts do with the bits they drop. */
    ROUNDING("Shifts", "");

    private static final List<Integer> WEIGHT_BITS = List.of(4, 6, 8, 12, 16);
    private static final List<Integer> VALUE_BITS = List.of(8, 10, 12, 14, 16);
    private static final List<Integer> CELLS = List.of(32, 64, 128, 256, 512);

    private final String title;
    private final String unit;

    Knob(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** Of its values, or empty if they are words. */
    public String unit() {
        return unit;
    }

    /** The settings to compare with {@code now}: everything else stays; the cheapest first, {@code now} included. */
    public List<Alternative> alternatives(QuantizationSettings now) {
        return switch (this) {
            case WEIGHTS -> numbers(WEIGHT_BITS, now.gru().weightBits(), v -> now.withAll(l -> l.withWeightBits(v)));
            case STATE -> numbers(VALUE_BITS, now.gru().stateBits(), v -> now.withAll(l -> l.withStateBits(v)));
            case ACTIVATIONS ->
                numbers(VALUE_BITS, now.gru().activationBits(), v -> now.withAll(l -> l.withActivationBits(v)));
            case TABLE ->
                numbers(CELLS, now.gru().tableCells(), v -> now.withAll(l -> l.withTable(v, l.interpolation())));
            case INTERPOLATION ->
                Stream.of(false, true)
                        .map(on -> new Alternative(
                                this,
                                on ? "interpolated" : "not interpolated",
                                now.withAll(l -> l.withTable(l.tableCells(), on)),
                                now.gru().interpolation() == on))
                        .toList();
            case SCALES ->
                Stream.of(ScaleGroup.values())
                        .map(group -> new Alternative(
                                this,
                                "per " + group.word(),
                                now.withAll(l -> l.withScales(group)),
                                now.gru().scales() == group))
                        .toList();
            case ROUNDING ->
                Stream.of(Rounding.DOWN, Rounding.HALF_UP)
                        .map(rounding -> new Alternative(
                                this,
                                rounding.word(),
                                now.withAll(l -> l.withRounding(rounding)),
                                now.gru().rounding() == rounding))
                        .toList();
        };
    }

    private interface Change {
        QuantizationSettings to(int value);
    }

    private List<Alternative> numbers(List<Integer> usual, int now, Change change) {
        return IntStream.concat(IntStream.of(now), usual.stream().mapToInt(Integer::intValue))
                .distinct()
                .sorted()
                .mapToObj(value -> new Alternative(this, value + " " + unit, change.to(value), value == now))
                .toList();
    }
}
