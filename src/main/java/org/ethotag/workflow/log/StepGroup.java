package org.ethotag.workflow.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ethotag.project.LoggedStep;

/**
 * Steps that are one thing to people: the edits of one track, which come by the thousand, or one step.
 *
 * @param steps one or more, in their order
 */
public record StepGroup(List<LoggedStep> steps) {
    /** Results that need no name. */
    private static final Set<String> ID = Set.of("run", "session");

    public StepGroup {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a group of no steps");
        }
    }

    /** Steps with neighbouring edits of a track put together. */
    public static List<StepGroup> of(List<LoggedStep> steps) {
        var groups = new ArrayList<StepGroup>();
        var together = new ArrayList<LoggedStep>();
        for (LoggedStep step : steps) {
            if (!together.isEmpty() && !joins(together.getLast(), step)) {
                groups.add(new StepGroup(together));
                together.clear();
            }
            together.add(step);
        }
        if (!together.isEmpty()) {
            groups.add(new StepGroup(together));
        }
        return groups;
    }

    private static boolean joins(LoggedStep before, LoggedStep step) {
        return before.kind().isLabelling()
                && step.kind().isLabelling()
                && before.setting("session").equals(step.setting("session"))
                && before.setting("track").equals(step.setting("track"));
    }

    public LoggedStep first() {
        return steps.getFirst();
    }

    public LoggedStep last() {
        return steps.getLast();
    }

    /** What it was asked for, setting by setting, those left out that are as usual. */
    public List<String> words() {
        if (first().kind().isLabelling()) {
            return List.of(first().setting("session"), first().setting("track"));
        }
        if (first().kind().isChange() || !first().holds()) {
            return first().settings().entrySet().stream()
                    .map(setting -> setting.getKey() + " " + setting.getValue())
                    .toList();
        }
        var words = CommandSheet.of(steps).stream()
                .flatMap(command -> command.words().stream().skip(1))
                .filter(word -> !word.equals(StepCommand.STUDY) && !word.contains(StepCommand.EXPORTS))
                .toList();
        var files = words.stream()
                .filter(word -> !word.startsWith("--"))
                .map(word -> word.substring(1 + Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'))));
        var options = words.stream()
                .filter(word -> word.startsWith("--"))
                .map(word -> word.replaceFirst("^--(with=)?", "").replaceFirst("=", " "));
        return Stream.concat(files, options).toList();
    }

    /** What came of it: ids and counts, without hashes of files. */
    public List<String> results() {
        return last().results().entrySet().stream()
                .filter(result ->
                        !result.getKey().contains("sha256") && !result.getKey().startsWith("file "))
                .sorted(Comparator.comparing(result -> !ID.contains(result.getKey())))
                .map(result ->
                        ID.contains(result.getKey()) ? result.getValue() : result.getKey() + " " + result.getValue())
                .toList();
    }
}
