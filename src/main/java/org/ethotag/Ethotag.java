package org.ethotag;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.ethotag.cli.Caller;
import org.ethotag.cli.CommandLineTool;
import org.ethotag.cli.Interruption;
import org.ethotag.ui.Launcher;
import org.ethotag.workflow.UserFolder;

/** The program's entry: without arguments or with a study the window, with others the command line. */
public final class Ethotag {
    private Ethotag() {}

    /** Starts the window or a command, and ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // AWT draws pictures into memory, and never opens a window
        UserFolder.engineCache().ifPresent(folder -> System.setProperty("DJL_CACHE_DIR", folder.toString()));
        if (Launcher.isMeant(arguments)) {
            Launcher.window(arguments);
            return;
        }
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var interruption = Interruption.ofThisProcess();
        var caller = new Caller(UserFolder.ofThisUser(), interruption::stopped);
        int exitCode = CommandLineTool.run(out, err, Launcher::window, caller, arguments);
        interruption.over();
        System.exit(exitCode);
    }
}
