package org.ethotag.workflow.run;

import java.util.Locale;

/** What must be known before two numbers beside each other are read, in English. */
public final class AsideText {
    private AsideText() {}

    /** Sentences about the rule and what it set aside of a comparison; empty if none did. */
    public static String of(Comparison comparison) {
        var aside = comparison.aside();
        if (aside.isNone()) {
            return "";
        }
        int windows = comparison.windows().size();
        int left = comparison.kept().windows().size();
        return counted(aside)
                + (windows == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " %d of %d judged windows share a sample with one.",
                                windows - left,
                                windows))
                + (aside.learntFrom()
                        ? " The rule came after the training: models learnt from these bouts all the same."
                        : " Models did not learn from such bouts; every fold looked for its own among its training animals"
                                + " alone.")
                + (windows == 0
                        ? ""
                        : left == 0
                                ? " No judged window is left, so there is no second number."
                                : " Of two numbers the first is over all windows, the second without those. No model had a say"
                                        + " in the rule, but odd bouts are the hard ones too: the second number is not what"
                                        + " a new animal will give, and both belong in a report.");
    }

    private static String counted(SetAside aside) {
        var bouts = aside.judgedBouts();
        long animals = bouts.stream().map(SetAside.AsideBout::animal).distinct().count();
        return String.format(
                Locale.ROOT,
                "Set aside by the rule %s: bouts %s. These are %d %s of %d %s.",
                aside.rule().text(),
                aside.rule().words(),
                bouts.size(),
                bouts.size() == 1 ? "bout" : "bouts",
                animals,
                animals == 1 ? "animal" : "animals");
    }
}
