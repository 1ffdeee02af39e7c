package org.ethotag.problem;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.ethotag.language.Messages;

/**
 * Something that went wrong in the outside world, in words.
 *
 * @param code which problem it is
 * @param what what happened, with the place (file, line, column, byte) if there is one
 * @param why the likely cause
 * @param next what the user can do now
 */
public record Problem(ProblemCode code, String what, String why, String next) {
    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(next, "next");
    }

    /**
     * The problem with its texts in the user's language.
     *
     * @param arguments fill {@code {0}}, {@code {1}}, ... of the texts; all three texts see the same arguments
     */
    public static Problem of(ProblemCode code, Object... arguments) {
        var texts = Messages.spoken(packageName(code) + "-problems");
        return new Problem(
                code,
                text(texts, code, "what", arguments),
                text(texts, code, "why", arguments),
                text(texts, code, "next", arguments));
    }

    /** The three sentences, one a line. */
    public String lines() {
        return what + System.lineSeparator() + why + System.lineSeparator() + next;
    }

    /** Numbers without separators, for they may be line numbers; what the system said by its short name. */
    private static String words(Object argument) {
        return argument instanceof Throwable said
                ? said.getClass().getSimpleName() + ": " + said.getMessage()
                : String.valueOf(argument);
    }

    private static String packageName(ProblemCode code) {
        var name = ((Enum<?>) code).getDeclaringClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String text(ResourceBundle texts, ProblemCode code, String part, Object[] arguments) {
        var plain = Arrays.stream(arguments).map(Problem::words).toArray();
        var name = code.name() + "." + part;
        var ofThisSystem = name + "." + system();
        var key = texts.containsKey(ofThisSystem) ? ofThisSystem : name;
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(plain);
    }

    /** Some remedies differ by operating system: their keys end with this. */
    private static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : "linux";
    }
}
