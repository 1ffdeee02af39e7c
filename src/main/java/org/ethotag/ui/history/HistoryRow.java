package org.ethotag.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.LoggedStep.Outcome;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.log.StepGroup;

/**
 * One line of the history.
 *
 * @param group its steps
 * @param what was done, in the user's words
 * @param settings what was asked for, on one line
 * @param result what came of it, on one line
 */
record HistoryRow(StepGroup group, String what, String settings, String result) {
    private static final String BETWEEN = " \u00b7 ";
    private static final int MOST_LETTERS = 400;

    static HistoryRow of(StepGroup group) {
        return new HistoryRow(group, what(group), cut(String.join(BETWEEN, group.words())), result(group));
    }

    private static String what(StepGroup group) {
        var kind = group.first().kind();
        return kind.isLabelling()
                ? Texts.of("history.labelling", group.steps().size())
                : Texts.of("history.kind." + kind.word());
    }

    private static String result(StepGroup group) {
        var last = group.last();
        if (last.outcome() == Outcome.DONE) {
            return cut(String.join(BETWEEN, group.results()));
        }
        var outcome = Texts.of("history.outcome." + last.outcome().word());
        return last.problem().isEmpty() ? outcome : outcome + BETWEEN + last.problem();
    }

    private static String cut(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "\u2026";
    }

    Instant began() {
        return group.first().began();
    }

    Duration took() {
        return group.last().took();
    }

    boolean failed() {
        return group.last().outcome() != Outcome.DONE;
    }

    /** Whether every word of a text is somewhere in this line, in capitals or not. */
    boolean matches(String wanted) {
        var line = (what + " " + settings + " " + result).toLowerCase(Locale.getDefault());
        return List.of(wanted.strip().toLowerCase(Locale.getDefault()).split("\\s+")).stream()
                .allMatch(line::contains);
    }

    /** All that the log says of it, a line for each setting, input and result. */
    String details() {
        var text = new StringBuilder();
        for (LoggedStep step : group.steps().size() == 1 ? group.steps() : List.of(group.first(), group.last())) {
            text.append(step.number()).append("  ").append(step.kind().word()).append('\n');
            add(text, Texts.of("history.settings"), step.settings());
            add(text, Texts.of("history.inputs"), step.inputs());
            add(text, Texts.of("history.results"), step.results());
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String title, Map<String, String> values) {
        if (!values.isEmpty()) {
            text.append("  ").append(title).append('\n');
            new TreeMap<>(values)
                    .forEach((name, value) -> text.append("    ")
                            .append(name)
                            .append(" = ")
                            .append(cut(value))
                            .append('\n'));
        }
    }
}
