package org.ethotag.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethotag.label.Bout;

/**
 * Finds whole bouts that something speaks against without any model: how lively they are for their label, and other bouts of
 * the same animal at the same time.
 *
 * <p><b>Implausible</b> is a bout whose VeDBA, as a logarithm, lies {@value #FAR} robust deviations or more from the median of
 * that behaviour in that animal (B. Iglewicz, D. C. Hoaglin, "How to Detect and Handle Outliers", ASQC 1993), or of that
 * behaviour in all animals where the animal has fewer than {@value #ENOUGH} bouts of it. <b>Doubled</b> are two bouts of one
 * animal with the same label in different recordings that share more than {@value #SHARED_SECONDS} seconds, <b>nested</b> are
 * two with different labels; of each pair the shorter one is listed, for the longer one holds most that is right.
 */
public final class LabelDoctor {
    static final double FAR = 3.5;
    static final int ENOUGH = 8;
    /** Bouts that follow one another may share a sample or two. */
    static final double SHARED_SECONDS = 1;

    /** Below the noise of any sensor; keeps a bout of a stuck one finite. */
    private static final double LEAST_G = 1e-4;

    private LabelDoctor() {}

    /** The bouts that a rule sets aside, with all that speaks against each, in the order given. */
    public static Map<BoutFacts, List<Sign>> setAside(List<BoutFacts> bouts, AsideRule rule) {
        var signs = examine(bouts, rule.deviations());
        signs.values().removeIf(found -> !rule.holds(found));
        return signs;
    }

    /** Something that speaks against a bout. */
    public sealed interface Sign {
        /** The same for people, in English. */
        default String words() {
            return switch (this) {
                case Implausible(double vedba, double usual, double deviations, boolean within) ->
                    String.format(
                            Locale.ROOT,
                            "too %s: mean VeDBA %.3f g where %.3f g is usual %s (%.1f robust deviations)",
                            deviations > 0 ? "lively" : "still",
                            vedba,
                            usual,
                            within ? "for this animal" : "in this herd",
                            Math.abs(deviations));
                case Doubled(String other, double seconds) ->
                    String.format(Locale.ROOT, "filed twice: shares %.0f s with %s", seconds, other);
                case Nested(String other, String label, double seconds) ->
                    String.format(Locale.ROOT, "labelled %s too: shares %.0f s with %s", label, seconds, other);
            };
        }

        /**
         * It is too lively or too still for its label.
         *
         * @param vedbaG its mean dynamic acceleration in g
         * @param usualG the median of that behaviour
         * @param deviations robust deviations from it, on a scale of logarithms; above 0 if it is too lively
         * @param withinAnimal whether it was compared with bouts of the same animal
         */
        record Implausible(double vedbaG, double usualG, double deviations, boolean withinAnimal) implements Sign {}

        /**
         * The same animal has the same label at the same time in another recording.
         *
         * @param other name of that recording
         * @param sharedSeconds how long
         */
        record Doubled(String other, double sharedSeconds) implements Sign {}

        /**
         * The same animal has another label at the same time in another recording.
         *
         * @param other name of that recording
         * @param otherLabel code of the behaviour
         * @param sharedSeconds how long
         */
        record Nested(String other, String otherLabel, double sharedSeconds) implements Sign {}
    }

    /** The bouts that something speaks against, in the order given. */
    public static Map<BoutFacts, List<Sign>> examine(List<BoutFacts> bouts) {
        return examine(bouts, FAR);
    }

    /** @param far from how many robust deviations on a bout is implausible */
    static Map<BoutFacts, List<Sign>> examine(List<BoutFacts> bouts, double far) {
        var signs = new LinkedHashMap<BoutFacts, List<Sign>>();
        for (BoutFacts bout : bouts) {
            signs.put(bout, new ArrayList<>());
        }
        liveliness(bouts, signs, far);
        overlaps(bouts, signs);
        signs.values().removeIf(List::isEmpty);
        return signs;
    }

    private static void liveliness(List<BoutFacts> bouts, Map<BoutFacts, List<Sign>> signs, double far) {
        var perAnimal = new HashMap<List<String>, List<Double>>();
        for (BoutFacts one : bouts) {
            if (Double.isFinite(one.vedbaG())) {
                for (var group : List.of(groupOf(one, true), groupOf(one, false))) {
                    perAnimal.computeIfAbsent(group, _ -> new ArrayList<>()).add(log(one));
                }
            }
        }
        for (BoutFacts one : bouts) {
            if (!Double.isFinite(one.vedbaG())) {
                continue;
            }
            boolean within =
                    perAnimal.getOrDefault(groupOf(one, true), List.of()).size() >= ENOUGH;
            var group = perAnimal.getOrDefault(groupOf(one, within), List.of());
            if (group.size() < ENOUGH) {
                continue;
            }
            var usual = RobustSpread.of(
                    group.stream().mapToDouble(Double::doubleValue).toArray());
            double deviations = usual.distance(log(one));
            if (Math.abs(deviations) >= far) {
                add(signs, one, new Sign.Implausible(one.vedbaG(), Math.exp(usual.median()), deviations, within));
            }
        }
    }

    private static List<String> groupOf(BoutFacts bout, boolean withinAnimal) {
        String behaviour = bout.bout().behaviour();
        return withinAnimal ? List.of(behaviour, bout.animal()) : List.of(behaviour);
    }

    private static double log(BoutFacts bout) {
        return Math.log(Math.max(LEAST_G, bout.vedbaG()));
    }

    private static void overlaps(List<BoutFacts> bouts, Map<BoutFacts, List<Sign>> signs) {
        var sorted = bouts.stream()
                .sorted(Comparator.comparing(BoutFacts::animal).thenComparing(BoutFacts::from))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            var first = sorted.get(i);
            for (int j = i + 1; j < sorted.size(); j++) {
                var second = sorted.get(j);
                if (!second.animal().equals(first.animal()) || !second.from().isBefore(first.to())) {
                    break;
                }
                double shared = first.sharedSeconds(second);
                if (!second.session().equals(first.session()) && shared > SHARED_SECONDS) {
                    boolean firstShorter = first.seconds() < second.seconds();
                    compare(signs, firstShorter ? first : second, firstShorter ? second : first, shared);
                }
            }
        }
    }

    private static void compare(
            Map<BoutFacts, List<Sign>> signs, BoutFacts shorter, BoutFacts longer, double sharedSeconds) {
        Bout other = longer.bout();
        add(
                signs,
                shorter,
                other.behaviour().equals(shorter.bout().behaviour())
                        ? new Sign.Doubled(longer.sessionName(), sharedSeconds)
                        : new Sign.Nested(longer.sessionName(), other.behaviour(), sharedSeconds));
    }

    private static void add(Map<BoutFacts, List<Sign>> signs, BoutFacts bout, Sign sign) {
        signs.computeIfAbsent(bout, _ -> new ArrayList<>()).add(sign);
    }
}
