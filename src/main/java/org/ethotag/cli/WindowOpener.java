package org.ethotag.cli;

import java.nio.file.Path;
import java.util.List;

/** Opens the program's window; the command line knows no windows itself. */
@FunctionalInterface
public interface WindowOpener {
    /**
     * Shows the window until the user closes it.
     *
     * @param study one folder of a study, or none for the last one
     * @param untilTrace show the first session's trace, say on standard output how long that took, and close
     */
    void open(List<Path> study, boolean untilTrace);
}
