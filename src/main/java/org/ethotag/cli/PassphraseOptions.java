package org.ethotag.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.export.image.Passphrase;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a key's passphrase comes from. Never from the command line itself: other users of a computer can read that. */
final class PassphraseOptions {
    private static final long LARGEST_FILE_BYTES = 4096;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "A file whose first line is the key's passphrase.")
    private @Nullable Path file;

    @Option(
            names = "--passphrase-env",
            paramLabel = "NAME",
            description = "An environment variable that holds the key's passphrase.")
    private String variable = "";

    @Option(
            names = "--ask-passphrase",
            description = "Protect a new key with a passphrase that is asked for. "
                    + "For a key that has one, it is asked for in any case.")
    private boolean ask;

    /** The passphrase for a key that exists, or for one that will be made. */
    Passphrase of(Path key) {
        if (file != null) {
            return Passphrase.of(firstLine(file));
        }
        if (!variable.isEmpty()) {
            return Passphrase.of(given(System.getenv(variable), variable).toCharArray());
        }
        boolean exists = Files.exists(key);
        if (exists && ModelKeys.needsPassphrase(key)) {
            return Passphrase.of(asked("Passphrase of " + key + ": "));
        }
        return !exists && ask ? chosen(key) : Passphrase.none();
    }

    private static Passphrase chosen(Path key) {
        char[] first = asked("New passphrase of " + key + ": ");
        char[] again = asked("Once more: ");
        try {
            if (!Arrays.equals(first, again)) {
                throw new ProblemException(CommandProblem.PASSPHRASES_DIFFER);
            }
            return Passphrase.of(first);
        } finally {
            Arrays.fill(again, ' ');
        }
    }

    @SuppressWarnings("SystemConsoleNull") // a Java may be told to have none
    private static char[] asked(String prompt) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new ProblemException(CommandProblem.NO_TERMINAL);
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? new char[0] : typed;
    }

    private static char[] firstLine(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw new ProblemException(CommandProblem.UNREADABLE, file, "it is too large for a passphrase");
            }
            byte[] bytes = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            int end = 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            char[] line = new char[end];
            text.get(line);
            Arrays.fill(bytes, (byte) 0);
            given(end == 0 ? null : "found", file);
            return line;
        } catch (IOException failure) {
            throw new ProblemException(CommandProblem.UNREADABLE, file, failure).causedBy(failure);
        }
    }

    private static String given(@Nullable String found, Object where) {
        if (found == null || found.isEmpty()) {
            throw new ProblemException(CommandProblem.NO_PASSPHRASE, where);
        }
        return found;
    }
}
