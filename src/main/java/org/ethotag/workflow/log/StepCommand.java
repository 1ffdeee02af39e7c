package org.ethotag.workflow.log;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.project.LoggedStep;

/**
 * One command that does some steps again.
 *
 * @param words of the command, the first being its name; {@link #STUDY} and {@link #EXPORTS} stand for folders
 * @param input lines for its standard input, none for commands that read none
 * @param steps which it does again, in order; at least one
 * @param use whether and when it can be used
 */
public record StepCommand(List<String> words, List<String> input, List<LoggedStep> steps, Use use) {
    /** In words: the folder of the study. Nobody can type it. */
    public static final String STUDY = "\u0001study\u0001";

    /** In words: the folder below which exports go. Nobody can type it. */
    public static final String EXPORTS = "\u0001exports\u0001";

    /** What a command needs. */
    public enum Use {
        /** Nothing but raw files. */
        FREE,
        /** A tag. */
        DEVICE,
        /** It cannot be done again; the words are empty. */
        NEVER
    }

    public StepCommand {
        words = List.copyOf(words);
        input = List.copyOf(input);
        steps = List.copyOf(steps);
    }

    /** The words with real folders. */
    public List<String> words(Path study, Path exports) {
        return words.stream()
                .map(word -> word.replace(STUDY, study.toString()).replace(EXPORTS, exports.toString()))
                .toList();
    }
}
