package org.ethotag.workflow.result;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How a run was judged, in the reader's language; manifests keep it in English, as {@code FoldPlan} words it. */
public final class ProtocolTexts {
    private static final Pattern TEACHERS = Pattern.compile("(.*), teachers of seed (-?\\d+)");

    /** Pattern of the English words, and key of the text with its groups. */
    private static final List<Map.Entry<Pattern, String>> KNOWN = List.of(
            Map.entry(Pattern.compile("leave one animal out, predictions pooled"), "protocol.animal"),
            Map.entry(Pattern.compile("(\\d+) folds by animal, predictions pooled"), "protocol.folds"),
            Map.entry(Pattern.compile("judged on animals held out: (.*)"), "protocol.heldOut"),
            Map.entry(
                    Pattern.compile(
                            "LEAKY: windows divided at random into (\\d+) parts, the same animals on both sides,"
                                    + " so scores are too good; predictions pooled"),
                    "protocol.leaky"));

    private ProtocolTexts() {}

    /** What a manifest says, in other words; what is not known stays as it is. */
    public static String of(String kept) {
        var teachers = TEACHERS.matcher(kept);
        if (teachers.matches()) {
            return ChartTexts.of("protocol.teachers", of(teachers.group(1)), teachers.group(2));
        }
        for (var known : KNOWN) {
            var found = known.getKey().matcher(kept);
            if (found.matches()) {
                return ChartTexts.of(known.getValue(), found.groupCount() == 0 ? "" : found.group(1));
            }
        }
        return kept;
    }
}
