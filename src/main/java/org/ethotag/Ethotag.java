package org.ethotag;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ethotag.cli.Caller;
import org.ethotag.cli.CommandLineTool;
import org.ethotag.cli.Interruption;
import org.ethotag.language.LanguageSetting;
import org.ethotag.language.StartLanguage;
import org.ethotag.ui.Launcher;
import org.ethotag.workflow.UserFolder;

/** The program's entry: without arguments or with a study the window, with others the command line. */
public final class Ethotag {
    private static final int WRONG_USAGE = 2;

    private Ethotag() {}

    /** Starts the window or a command, and ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // AWT draws pictures into memory, and never opens a window
        UserFolder.engineCache().ifPresent(folder -> System.setProperty("DJL_CACHE_DIR", folder.toString()));
        var user = UserFolder.ofThisUser();
        var words = inTheirLanguage(user, arguments);
        if (Launcher.isMeant(words)) {
            Launcher.window(words);
            return;
        }
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var interruption = Interruption.ofThisProcess();
        var caller = new Caller(user, interruption::stopped);
        int exitCode = CommandLineTool.run(out, err, Launcher::window, caller, words);
        interruption.over();
        System.exit(exitCode);
    }

    /** From here on the process speaks the language that was asked for; what is left of the command line. */
    private static String[] inTheirLanguage(UserFolder user, String... arguments) {
        try {
            var start = StartLanguage.of(
                    List.of(arguments),
                    Optional.ofNullable(System.getenv(StartLanguage.VARIABLE)),
                    LanguageSetting.in(user.folder()).read(),
                    Locale.getDefault(Locale.Category.DISPLAY));
            start.language().speak();
            return start.words().toArray(String[]::new);
        } catch (IllegalArgumentException unknown) {
            System.err.println(unknown.getMessage());
            System.exit(WRONG_USAGE);
            throw unknown; // not reached
        }
    }
}
