package org.ethotag.workflow.log;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.Project;
import org.ethotag.workflow.log.StepCommand.Use;

/** How a shell wants commands written: quoted so that it passes every word on as it is, whatever is in it. */
public enum Shell {
    /** Of POSIX: inside single quotes nothing is special, and a single quote is written outside of them. */
    SH("# ") {
        @Override
        String quote(String text) {
            return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
        }

        @Override
        List<String> head(String study, String exports) {
            return List.of(
                    "set -e",
                    "study=${1:-" + defaultOf(study) + "}",
                    "exports=${2:-" + defaultOf(exports) + "}",
                    "ethotag=${ETHOTAG:-ethotag}");
        }

        // inside the braces of a default a quoted text is one word
        private String defaultOf(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }

        @Override
        String folder(String name) {
            return "\"$" + name + "\"";
        }

        @Override
        String command(String words, List<String> input) {
            var line = "\"$ethotag\" " + words;
            return input.isEmpty()
                    ? line
                    : line + " <<'END'" + NEW_LINE + String.join(NEW_LINE, input) + NEW_LINE + "END";
        }
    },

    /** PowerShell 5 and later: inside single quotes nothing is special, and a single quote is doubled. */
    POWERSHELL("# ") {
        @Override
        String quote(String text) {
            return PLAIN.matcher(text).matches()
                            && !MEANS_SOMETHING.matcher(text).find()
                    ? text
                    : "'" + text.replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
        }

        @Override
        List<String> head(String study, String exports) {
            return List.of(
                    "param([string]$study = " + quoted(study) + ", [string]$exports = " + quoted(exports) + ")",
                    "$ErrorActionPreference = 'Stop'",
                    "$ethotag = if ($env:ETHOTAG) { $env:ETHOTAG } else { 'ethotag' }");
        }

        private String quoted(String text) {
            return "'" + text.replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
        }

        @Override
        String folder(String name) {
            return "$" + name;
        }

        @Override
        String command(String words, List<String> input) {
            var line = "& $ethotag " + words + NEW_LINE + "if ($LASTEXITCODE) { exit $LASTEXITCODE }";
            return input.isEmpty() ? line : "@'" + NEW_LINE + String.join(NEW_LINE, input) + NEW_LINE + "'@ | " + line;
        }
    };

    private static final String NEW_LINE = "\n";
    /** In PowerShell: a dash begins a parameter, commas make a list, an at sign spreads one (about_Parsing). */
    private static final Pattern MEANS_SOMETHING = Pattern.compile("^-|[,@]");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+@%-]+");

    private final String comment;

    Shell(String comment) {
        this.comment = comment;
    }

    /** One word that the shell passes on as it is. */
    abstract String quote(String text);

    /** What stands before the first command. */
    abstract List<String> head(String study, String exports);

    /** The folder that a variable names, as one word or part of one. */
    abstract String folder(String name);

    /** A command with its standard input. */
    abstract String command(String words, List<String> input);

    /** The script that makes a study again, beside it unless the caller names a folder. */
    public String script(Project project) {
        var again = project.folder().toAbsolutePath().normalize() + " again";
        return script(
                "The study \"" + project.name()
                        + "\", step by step. Arguments: a new folder for it, and one for exports.",
                again,
                again + "/exports",
                "Cannot be done again by a command: step",
                CommandSheet.of(project.log().steps()));
    }

    /**
     * Commands as a script whose first two arguments are the folders of the new study and of exports.
     *
     * @param title what it makes again, in a line
     * @param study folder of the new study unless the caller names another
     * @param exports folder of exports unless the caller names another
     * @param never what to say of steps that cannot be done again
     */
    public String script(String title, String study, String exports, String never, List<StepCommand> commands) {
        var text = new StringBuilder(comment + oneLine(title) + NEW_LINE);
        var head = head(study, exports);
        if (this == POWERSHELL) {
            text.insert(0, head.getFirst() + NEW_LINE);
            head = head.subList(1, head.size());
        }
        head.forEach(line -> text.append(line).append(NEW_LINE));
        for (StepCommand command : commands) {
            text.append(NEW_LINE).append(written(command, never)).append(NEW_LINE);
        }
        return text.toString();
    }

    private String written(StepCommand command, String never) {
        if (command.use() == Use.NEVER) {
            return command.steps().stream()
                    .map(step -> comment + oneLine(never + " " + number(step)))
                    .collect(Collectors.joining(NEW_LINE));
        }
        var words = command.words().stream().map(this::word).collect(Collectors.joining(" "));
        var written = command(words, command.input());
        return command.use() == Use.FREE
                ? written
                : written.lines().map(line -> comment + line).collect(Collectors.joining(NEW_LINE));
    }

    private static String number(LoggedStep step) {
        return step.number() + " " + step.kind().word();
    }

    /** A word in which folders may stand, each in its own quotes. */
    private String word(String word) {
        for (var folder : List.of(StepCommand.STUDY, StepCommand.EXPORTS)) {
            int at = word.indexOf(folder);
            if (at >= 0) {
                var name = folder.equals(StepCommand.STUDY) ? "study" : "exports";
                return joined(word.substring(0, at), folder(name), word.substring(at + folder.length()));
            }
        }
        return quote(word);
    }

    private String joined(String before, String folder, String after) {
        if (this == POWERSHELL) {
            return before.isEmpty() && after.isEmpty() ? folder : "\"" + before + folder + after + "\"";
        }
        return (before.isEmpty() ? "" : quote(before)) + folder + (after.isEmpty() ? "" : quote(after));
    }

    /** A comment ends with its line, so nothing that a stranger wrote may begin another one. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
