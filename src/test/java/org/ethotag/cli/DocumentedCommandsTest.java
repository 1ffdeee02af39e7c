package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Pages name only commands and options that the program has. */
class DocumentedCommandsTest {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```[^\n]*\n(.*?)^```");
    private static final Pattern COMMAND = Pattern.compile("(?:^|[\\s/])ethotag(?:\\.exe)?\\s+(.*)");

    private static final CommandSpec ROOT = CommandLineTool.root((_, _) -> {}, Caller.thisUser());

    @TestFactory
    Stream<DynamicTest> everyCommandAndOptionOfAPageExists() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.toString(),
                        () -> assertThat(unknown(commands(page))).isEmpty()));
    }

    @Test
    void anOptionThatIsNamedByItselfInTheGuideBelongsToSomeCommand() throws IOException {
        var all = new TreeSet<String>();
        ROOT.subcommands().values().forEach(command -> all.addAll(options(command.getCommandSpec())));
        all.addAll(options(ROOT));
        try (var files = Files.walk(Path.of("src/site/markdown"))) {
            for (Path page : files.filter(file -> file.toString().matches(".*guide.[a-z-]+\\.md"))
                    .toList()) {
                assertThat(OPTION.matcher(Files.readString(page)).results().map(found -> found.group()))
                        .as(page.toString())
                        .allMatch(all::contains);
            }
        }
    }

    @Test
    void aCommandOrAnOptionThatDoesNotExistIsFound() {
        assertThat(unknown(List.of("train STUDY --epochs 2 --epocs 3", "fly STUDY", "labels export|import STUDY")))
                .containsExactly("train --epocs", "fly");
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(Path.of("src/site/markdown"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            files.filter(f -> f.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    /** What stands behind the program's name in code blocks and spans. */
    private static List<String> commands(Path page) throws IOException {
        var text = Files.readString(page);
        var lines = new ArrayList<String>();
        FENCE.matcher(text)
                .results()
                .forEach(block -> block.group(1)
                        .replaceAll("\\\\\n\\s*", " ")
                        .lines()
                        .filter(line -> line.strip().matches("(\\S*/)?ethotag(\\.exe)?\\s.*"))
                        .forEach(lines::add));
        SPAN.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(span -> span.group(1))
                .filter(span -> span.matches("(\\S*/)?ethotag\\s.*"))
                .forEach(lines::add);
        return lines.stream()
                .flatMap(line -> COMMAND.matcher(line).results().map(found -> found.group(1)))
                .map(line -> line.replaceFirst("\\s[#|]\\s.*", ""))
                .toList();
    }

    private static List<String> unknown(List<String> commands) {
        var unknown = new ArrayList<String>();
        for (String words : commands) {
            var name = words.strip().split("\\s+")[0];
            if (name.equals("STUDY")) {
                continue; // opens the window on it
            }
            var found = name.startsWith("-") ? null : ROOT.subcommands().get(name);
            if (found == null && !name.startsWith("-")) {
                unknown.add(name);
                continue;
            }
            var known = options(found == null ? ROOT : found.getCommandSpec());
            OPTION.matcher(words)
                    .results()
                    .map(option -> option.group())
                    .filter(option -> !known.contains(option))
                    .forEach(option -> unknown.add(name + " " + option));
        }
        return unknown;
    }

    private static TreeSet<String> options(CommandSpec command) {
        var names = new TreeSet<String>();
        command.options().forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }
}
