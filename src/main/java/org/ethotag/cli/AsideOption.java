package org.ethotag.cli;

import org.ethotag.review.AsideRule;
import picocli.CommandLine.Option;

/** Which bouts are set aside. */
final class AsideOption {
    @Option(
            names = "--set-aside",
            defaultValue = "",
            paramLabel = "RULE",
            description =
                    "Sets aside bouts that a written rule puts in doubt: all, or doubled, nested, implausible with + "
                            + "between, and after implausible :N for other than 3.5 robust deviations. Nothing is learnt from them, "
                            + "and every score is told twice: over all windows and without theirs.")
    private String rule = "";

    AsideRule rule(Command command) {
        try {
            return AsideRule.parse(rule);
        } catch (IllegalArgumentException wrong) {
            throw command.usage("--set-aside: " + wrong.getMessage());
        }
    }
}
