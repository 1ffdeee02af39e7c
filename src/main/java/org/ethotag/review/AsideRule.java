package org.ethotag.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ethotag.review.LabelDoctor.Sign;

/**
 * A written rule by which bouts are set aside: what {@link LabelDoctor} must find against one. Only labels and signals have a
 * say in it, never a model: leaving out what models contradict would make every model look better.
 *
 * @param kinds any of which sets a bout aside; none sets nothing aside
 * @param deviations from how many robust deviations on a bout is implausible, above 0
 */
public record AsideRule(Set<Kind> kinds, double deviations) {
    private static final String CONTRADICTED = "contradicted";

    /** What may speak against a bout. */
    public enum Kind {
        /** Another recording of the animal has the same label at the same time. */
        DOUBLED,
        /** Another recording of the animal has another label at the same time. */
        NESTED,
        /** It is too lively or too still for its label. */
        IMPLAUSIBLE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AsideRule {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(kinds);
        if (!(deviations > 0 && Double.isFinite(deviations))) {
            throw new IllegalArgumentException("robust deviations are above 0, not " + deviations);
        }
    }

    /** Sets nothing aside. */
    public static AsideRule none() {
        return new AsideRule(Set.of(), LabelDoctor.FAR);
    }

    /** Sets aside everything that the label doctor lists without a model. */
    public static AsideRule all() {
        return new AsideRule(EnumSet.allOf(Kind.class), LabelDoctor.FAR);
    }

    public boolean isNone() {
        return kinds.isEmpty();
    }

    /** Whether any of these signs sets a bout aside. */
    public boolean holds(List<Sign> signs) {
        return signs.stream().map(AsideRule::kind).anyMatch(kinds::contains);
    }

    private static Kind kind(Sign sign) {
        return switch (sign) {
            case Sign.Doubled _ -> Kind.DOUBLED;
            case Sign.Nested _ -> Kind.NESTED;
            case Sign.Implausible _ -> Kind.IMPLAUSIBLE;
        };
    }

    /** As {@link #parse} reads it: {@code doubled+nested+implausible:4}; empty for no rule. */
    public String text() {
        var words = sorted().map(Kind::word).collect(Collectors.joining("+"));
        boolean said = kinds.contains(Kind.IMPLAUSIBLE) && deviations != LabelDoctor.FAR;
        return said ? words + ":" + deviations : words;
    }

    private Stream<Kind> sorted() {
        return Arrays.stream(Kind.values()).filter(kinds::contains);
    }

    /**
     * What {@link #text} wrote, or {@code all}, or {@code none}.
     *
     * @throws IllegalArgumentException if it is something else, with what is wrong
     */
    public static AsideRule parse(String text) {
        var asked = text.strip();
        if (asked.isEmpty() || asked.equals("none")) {
            return none();
        }
        if (asked.equals("all")) {
            return all();
        }
        int colon = asked.indexOf(':');
        double deviations = colon < 0 ? LabelDoctor.FAR : number(asked.substring(colon + 1));
        var kinds = EnumSet.noneOf(Kind.class);
        for (String word : (colon < 0 ? asked : asked.substring(0, colon)).split("\\+", -1)) {
            kinds.add(kind(word.strip()));
        }
        if (colon >= 0 && !kinds.contains(Kind.IMPLAUSIBLE)) {
            throw new IllegalArgumentException("a number of robust deviations belongs to implausible alone");
        }
        return new AsideRule(kinds, deviations);
    }

    private static Kind kind(String word) {
        if (word.equals(CONTRADICTED)) {
            throw new IllegalArgumentException(
                    "what models contradict is no rule: it would make every model look better; label-doctor --run shows it");
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is none of "
                        + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "))));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("\"" + text + "\" is no number of robust deviations", wrong);
        }
    }

    /** The rule in words, as what follows "bouts". */
    public String words() {
        var clauses = new ArrayList<String>();
        boolean doubled = kinds.contains(Kind.DOUBLED);
        boolean nested = kinds.contains(Kind.NESTED);
        if (doubled || nested) {
            clauses.add(String.format(
                    Locale.ROOT,
                    "that another recording of the same animal labels %s at the same time for more than %s s (of each two the"
                            + " shorter one)",
                    doubled && nested ? "as well, the same or otherwise," : doubled ? "the same" : "otherwise",
                    plain(LabelDoctor.SHARED_SECONDS)));
        }
        if (kinds.contains(Kind.IMPLAUSIBLE)) {
            clauses.add(String.format(
                    Locale.ROOT,
                    "whose mean VeDBA, as a logarithm, lies %s robust deviations or more from the median of the behaviour in"
                            + " that animal, or in the herd where the animal has fewer than %d bouts of it",
                    plain(deviations),
                    LabelDoctor.ENOUGH));
        }
        return String.join(", and bouts ", clauses);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
