package org.ethotag.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ethotag.review.AsideRule;
import org.ethotag.review.AsideRule.Kind;

/** Rules that set bouts aside, in the user's language. */
public final class AsideTexts {
    /** What pages offer; other rules come from the command line. */
    public static final List<AsideRule> CHOICES = List.of(
            AsideRule.none(),
            new AsideRule(Set.of(Kind.DOUBLED, Kind.NESTED), AsideRule.all().deviations()),
            AsideRule.all());

    private AsideTexts() {}

    /** Short: what is set aside. */
    public static String name(AsideRule rule) {
        if (rule.isNone()) {
            return Texts.of("aside.none");
        }
        var kinds = new ArrayList<String>();
        for (Kind kind : Kind.values()) {
            if (rule.kinds().contains(kind)) {
                kinds.add(Texts.of("aside.kind." + kind));
            }
        }
        return String.join(", ", kinds);
    }

    /** As a choice beside other filters. */
    public static String filter(AsideRule rule) {
        return rule.isNone() ? Texts.of("aside.compare.none") : Texts.of("aside.compare", name(rule));
    }

    /** The rule in full. */
    public static String words(AsideRule rule) {
        var kinds = new ArrayList<String>();
        for (Kind kind : Kind.values()) {
            if (rule.kinds().contains(kind)) {
                kinds.add(Texts.of("aside.words." + kind, rule.deviations()));
            }
        }
        return String.join("; ", kinds);
    }
}
