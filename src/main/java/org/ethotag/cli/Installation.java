package org.ethotag.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the program's own files lie: beside the libraries when it is installed, else in the project's folder. */
public record Installation(Path home) {
    /** Set by the start script. */
    private static final String HOME_PROPERTY = "ethotag.home";

    /** The running program's. */
    public static Installation ofThisProgram() {
        return new Installation(Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath());
    }

    /** The sample recordings, sorted by name. */
    public List<Path> sampleFiles() {
        try (Stream<Path> files = Files.list(home.resolve("sample-data"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        } catch (java.io.IOException missing) {
            throw new org.ethotag.problem.ProblemException(CommandProblem.NO_SAMPLE_DATA, home.resolve("sample-data"))
                    .causedBy(missing);
        }
    }
}
