package org.ethotag.quantization;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the alternatives to one setting were worth, in plain words. It says only what was measured.
 *
 * @param outcomes of one knob, the cheapest first; one of them is the present one
 * @param impossible alternatives that the student cannot take, the cheapest first
 */
public record Advice(List<Outcome> outcomes, List<Impossible> impossible) {
    /** Losses up to this many points are called none: with a few hundred windows less is chance. */
    public static final double TOLERATED_POINTS = 0.5;

    /**
     * What one alternative did.
     *
     * @param alternative which
     * @param lostPoints accuracy of the float student minus its own, in percentage points; negative if it is better
     * @param agreement share of windows with the float student's class, 0 to 1
     */
    public record Outcome(Alternative alternative, double lostPoints, double agreement) {
        /** Whether it costs next to nothing. */
        public boolean isTolerable() {
            return lostPoints <= TOLERATED_POINTS;
        }
    }

    /**
     * An alternative that was not measured.
     *
     * @param alternative which
     * @param reason a sentence
     */
    public record Impossible(Alternative alternative, String reason) {}

    public Advice {
        outcomes = List.copyOf(outcomes);
        impossible = List.copyOf(impossible);
        if (outcomes.stream().filter(outcome -> outcome.alternative().present()).count() != 1) {
            throw new IllegalArgumentException("one of the outcomes is the present one, not " + outcomes);
        }
    }

    /** What was varied. */
    public Knob knob() {
        return outcomes.getFirst().alternative().knob();
    }

    /** Whether something else should be chosen. */
    public boolean isWarning() {
        return !present().isTolerable();
    }

    /** The setting that is in force. */
    public Outcome present() {
        return outcomes.stream()
                .filter(outcome -> outcome.alternative().present())
                .findFirst()
                .orElseThrow();
    }

    /** The cheapest value that costs next to nothing. */
    public Optional<Outcome> cheapestTolerable() {
        return outcomes.stream().filter(Outcome::isTolerable).findFirst();
    }

    /** Whether one value needs less of a tag than another. */
    public boolean isCheaper(Outcome one, Outcome other) {
        return outcomes.indexOf(one) < outcomes.indexOf(other);
    }

    /** One or two sentences. */
    public String sentence() {
        var now = present();
        var enough = cheapestTolerable();
        String begin = knob().title() + ", " + now.alternative().value() + ": " + loss(now.lostPoints());
        if (isWarning()) {
            return begin
                    + enough.map(better -> "; " + better.alternative().value() + " would do ("
                                    + loss(better.lostPoints()) + ").")
                            .orElse("; no other choice of this alone makes it good.");
        }
        return begin + cheaper(now, enough) + tooCheap();
    }

    private String cheaper(Outcome now, Optional<Outcome> enough) {
        return enough.filter(other -> isCheaper(other, now))
                .map(other ->
                        "; " + other.alternative().value() + " would do as well (" + loss(other.lostPoints()) + ")")
                .orElse("");
    }

    /** The first value from the present one down that costs something. */
    private String tooCheap() {
        return outcomes.reversed().stream()
                .filter(outcome -> isCheaper(outcome, present()))
                .filter(outcome -> !outcome.isTolerable())
                .findFirst()
                .map(outcome -> "; " + outcome.alternative().value() + " " + loss(outcome.lostPoints()) + ".")
                .orElse(".");
    }

    private String loss(double points) {
        if (Math.abs(points) < 0.05) {
            return "loses nothing";
        }
        String size = String.format(Locale.ROOT, "%.1f points", Math.abs(points));
        return (points > 0 ? "loses " : "gains ") + size;
    }
}
