package org.ethotag.ui.quantization;

import java.util.Optional;
import org.ethotag.quantization.Advice;
import org.ethotag.quantization.Advice.Outcome;
import org.ethotag.quantization.Alternative;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.Rounding;
import org.ethotag.quantization.ScaleGroup;
import org.ethotag.quantization.report.Suspect;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;

/** What the integer student's parts and findings are called in the user's language; reports in files keep their English. */
final class QuantizationTexts {
    /** Below this a loss is none, in points of accuracy. */
    private static final double NOTHING = 0.05;

    private QuantizationTexts() {}

    static String edge(EdgeName edge) {
        return Texts.of("quantize.node." + edge);
    }

    static String scales(ScaleGroup group) {
        return Texts.of("quantize.scales." + group);
    }

    static String rounding(Rounding rounding) {
        return Texts.of("quantize.rounding." + rounding);
    }

    /** The value of one alternative. */
    static String value(Alternative alternative) {
        var gru = alternative.settings().gru();
        return switch (alternative.knob()) {
            case WEIGHTS -> Texts.of("quantize.bits", gru.weightBits());
            case STATE -> Texts.of("quantize.bits", gru.stateBits());
            case ACTIVATIONS -> Texts.of("quantize.bits", gru.activationBits());
            case TABLE -> Texts.of("quantize.table.value", gru.tableCells());
            case INTERPOLATION -> Texts.of(gru.interpolation() ? "quantize.interpolated" : "quantize.interpolated.not");
            case SCALES -> Texts.of("quantize.scales.per." + gru.scales());
            case ROUNDING -> rounding(gru.rounding());
        };
    }

    /** What was measured of one knob, and what that says of the present setting. */
    static String sentence(Advice advice) {
        var now = advice.present();
        var enough = advice.cheapestTolerable();
        var begin = Texts.of(
                "quantize.advice.now", Texts.of("quantize.knob." + advice.knob()), value(now.alternative()), loss(now));
        if (advice.isWarning()) {
            return begin
                    + enough.map(better -> said("quantize.advice.better", better))
                            .orElseGet(() -> Texts.of("quantize.advice.hopeless"));
        }
        return begin
                + enough.filter(other -> advice.isCheaper(other, now))
                        .map(other -> said("quantize.advice.cheaper", other))
                        .orElse("")
                + tooCheap(advice)
                        .map(other -> said("quantize.advice.tooCheap", other))
                        .orElse(".");
    }

    /** The first value from the present one down that costs something. */
    private static Optional<Outcome> tooCheap(Advice advice) {
        return advice.outcomes().reversed().stream()
                .filter(outcome -> advice.isCheaper(outcome, advice.present()))
                .filter(outcome -> !outcome.isTolerable())
                .findFirst();
    }

    private static String said(String key, Outcome outcome) {
        return Texts.of(key, value(outcome.alternative()), loss(outcome));
    }

    private static String loss(Outcome outcome) {
        double points = outcome.lostPoints();
        if (Math.abs(points) < NOTHING) {
            return Texts.of("quantize.loss.none");
        }
        return Texts.of(points > 0 ? "quantize.loss" : "quantize.gain", Numbers.fixed(Math.abs(points), 1));
    }

    /** What seems to be wrong with a node. */
    static String reason(Suspect suspect) {
        return Texts.of(
                "quantize.suspicion." + suspect.suspicion(),
                suspect.figure(),
                suspect.index() + 1,
                suspect.excess(),
                Math.abs(Math.log(Math.max(suspect.figure(), Double.MIN_NORMAL)) / Math.log(2)));
    }
}
