package org.ethotag.recording.reading;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.PatientText;
import org.ethotag.recording.RecordingProblem;

/**
 * What a file's name says.
 *
 * @param stem without folder and ending
 * @param animal empty if it does not say
 * @param label empty if it does not say
 * @param session empty if it does not say
 */
record FileName(String stem, String animal, String label, String session) {
    private static final Set<String> GROUPS = Set.of("animal", "label", "session");

    /** @throws ProblemException if there is a pattern that is none, or that does not fit */
    static FileName of(Path file, String pattern) {
        var stem = stem(String.valueOf(file.getFileName()));
        if (pattern.isEmpty()) {
            return new FileName(stem, "", "", "");
        }
        var matcher = compile(pattern).matcher(new PatientText(stem, pattern));
        if (!matcher.matches()) {
            throw new ProblemException(RecordingProblem.NAME_DOES_NOT_MATCH, file.getFileName(), pattern);
        }
        return new FileName(stem, group(matcher, "animal"), group(matcher, "label"), group(matcher, "session"));
    }

    private static Pattern compile(String text) {
        try {
            var pattern = Pattern.compile(text);
            if (pattern.namedGroups().keySet().stream().noneMatch(GROUPS::contains)) {
                throw new ProblemException(
                        RecordingProblem.BAD_NAME_PATTERN, text, "It has no group animal, label or session.");
            }
            return pattern;
        } catch (PatternSyntaxException failure) {
            throw new ProblemException(RecordingProblem.BAD_NAME_PATTERN, text, failure.getDescription())
                    .causedBy(failure);
        }
    }

    private static String group(Matcher matcher, String name) {
        var value = matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
        return value == null ? "" : value.strip();
    }

    private static String stem(String name) {
        var plain = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = plain.lastIndexOf('.');
        return dot > 0 ? plain.substring(0, dot) : plain;
    }
}
