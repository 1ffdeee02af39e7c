package org.ethotag.workflow.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ethotag.workflow.log.StepCommand.Use;
import org.junit.jupiter.api.Test;

/**
 * Scripts for PowerShell, read back by the rules of its own pages about_Quoting_Rules and about_Parsing (version 7.4), as far as
 * scripts use them: what reads here is stricter than the shell, so that what it takes the shell takes as well.
 */
class PowerShellTest {
    private static final String SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b";

    /** Letters that no part of an argument gives a meaning to; a comma makes lists, an at sign splats or begins a text. */
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=+%-";

    private static final String ANY = PLAIN + " \n\t,@$`\"(){}[];|&<>#*?~!^\\\u00fc\u2013\u201c\u201d" + SINGLE_QUOTES;

    private static final List<String> HOSTILE = List.of(
            "it's",
            "a,b",
            "@splat",
            "$HOME",
            "$(Remove-Item x)",
            "`n",
            "\"quoted\"",
            "--%",
            "-x",
            "--name-pattern=(?<animal>\\w+)",
            "a;b|c&d",
            "# not a comment",
            "\u2018curly\u2019",
            "1.50",
            "two\nlines",
            "K\u00fche auf der Wiese");

    /** What a script says: its arguments with their standard inputs. */
    private record Said(List<String> words, List<String> input) {}

    @Test
    void everyWordArrivesAsItIs() {
        check(HOSTILE, List.of());
        trials(500, random -> check(List.of(word(random), word(random), word(random)), List.of()));
    }

    @Test
    void standardInputArrivesLineByLine() {
        check(
                List.of("change", "-"),
                List.of("{\"change\":\"create\",\"name\":\"it's $HOME `n \\\"x\\\"\"}", "{\"b\":\"'@\"}"));
    }

    @Test
    void theFoldersOfTheCallerStandWhereTheyBelong() {
        var command = new StepCommand(
                List.of("export", StepCommand.STUDY, "--out=" + StepCommand.EXPORTS + "/step-3"),
                List.of(),
                List.of(),
                Use.FREE);
        var folders = Map.of("study", "C:\\it's $a study", "exports", "D:\\out");
        assertEquals(
                List.of("export", "C:\\it's $a study", "--out=D:\\out/step-3"),
                new Reader(script(command), folders).all().getFirst().words());
    }

    @Test
    void whatNeedsATagIsAComment() {
        var command = new StepCommand(List.of("flash", "two\nlines"), List.of(), List.of(), Use.DEVICE);
        assertThat(script(command).lines().skip(4).filter(line -> !line.isBlank()))
                .allMatch(line -> line.startsWith("# "));
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            word.append(ANY.charAt(random.nextInt(ANY.length())));
        }
        return word.toString();
    }

    private static void check(List<String> words, List<String> input) {
        var command = new StepCommand(words, input, List.of(), Use.FREE);
        assertEquals(List.of(new Said(words, input)), new Reader(script(command), Map.of()).all());
    }

    private static String script(StepCommand command) {
        var study = Path.of("again").toString();
        return Shell.POWERSHELL.script("title", study, "exports", "never", List.of(command));
    }

    /** Reads the commands of a script. */
    private static final class Reader {
        private final String text;
        private final Map<String, String> variables;
        private int at;

        Reader(String text, Map<String, String> variables) {
            this.text = text;
            this.variables = variables;
        }

        List<Said> all() {
            var all = new ArrayList<Said>();
            for (int call = next(); call >= 0; call = next()) {
                var input = input(call);
                at = call + CALL.length();
                all.add(new Said(words(), input));
            }
            return all;
        }

        private static final String CALL = "& $ethotag ";

        private int next() {
            return text.indexOf(CALL, at);
        }

        /** A verbatim here-string before the call: from its first line's end to a line that begins with its end. */
        private List<String> input(int call) {
            if (!text.substring(at, call).endsWith("\n'@ | ")) {
                return List.of();
            }
            int from = text.indexOf("@'\n", at) + 3;
            int to = text.indexOf("\n'@", from);
            return text.substring(from, to).lines().toList();
        }

        private List<String> words() {
            var words = new ArrayList<String>();
            while (text.charAt(at) != '\n') {
                words.add(word());
                if (text.charAt(at) == ' ') {
                    at++;
                }
            }
            return words;
        }

        private String word() {
            char first = text.charAt(at);
            if (SINGLE_QUOTES.indexOf(first) >= 0) {
                return verbatim();
            }
            if (first == '"') {
                return expandable();
            }
            if (first == '$') {
                at++;
                return variable();
            }
            assertThat(first)
                    .as("a bare word that begins with a dash may be an operator")
                    .isNotEqualTo('-');
            int from = at;
            while (PLAIN.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return ended(text.substring(from, at));
        }

        private String verbatim() {
            var word = new StringBuilder();
            for (at++; ; at++) {
                char letter = text.charAt(at);
                if (SINGLE_QUOTES.indexOf(letter) >= 0) {
                    at++;
                    if (SINGLE_QUOTES.indexOf(text.charAt(at)) < 0) {
                        return ended(word.toString());
                    }
                }
                word.append(letter);
            }
        }

        private String expandable() {
            var word = new StringBuilder();
            for (at++; text.charAt(at) != '"'; ) {
                if (text.charAt(at) == '$') {
                    at++;
                    word.append(variable());
                } else {
                    assertThat(PLAIN).contains(text.substring(at, at + 1));
                    word.append(text.charAt(at++));
                }
            }
            at++;
            return ended(word.toString());
        }

        private String variable() {
            int from = at;
            while (Character.isLetter(text.charAt(at))) {
                at++;
            }
            var name = text.substring(from, at);
            assertThat(variables).containsKey(name);
            return variables.get(name);
        }

        private String ended(String word) {
            assertThat(text.charAt(at)).as("after " + word).isIn(' ', '\n');
            return word;
        }
    }
}
