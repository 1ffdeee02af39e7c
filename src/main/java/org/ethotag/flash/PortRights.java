package org.ethotag.flash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.problem.ProblemException;

/**
 * Why a port that exists does not open, in this system's own terms: the group that owns it, the rule that is missing, the
 * program that has it. Reads only.
 */
final class PortRights {
    private static final Path GROUPS = Path.of("/etc/group");
    private static final Path PROCESSES = Path.of("/proc");

    private PortRights() {}

    /** No right to open it. */
    static ProblemException noRights(String path) {
        try {
            var file = Files.readAttributes(Path.of(path).toRealPath(), PosixFileAttributes.class);
            String group = file.group().getName();
            boolean groupMay = file.permissions()
                    .containsAll(List.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE));
            if (!groupMay || group.equals("root")) {
                return new ProblemException(FlashProblem.PORT_NEEDS_RULE, path);
            }
            String user = System.getProperty("user.name", "");
            var code = members(group).contains(user) ? FlashProblem.PORT_NEEDS_LOGIN : FlashProblem.PORT_NEEDS_GROUP;
            return new ProblemException(code, path, group, user);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return new ProblemException(FlashProblem.PORT_NO_RIGHTS, path); // not a system with groups
        }
    }

    private static List<String> members(String group) throws IOException {
        try (Stream<String> lines = Files.lines(GROUPS)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(cells -> cells.length > 3 && cells[0].equals(group))
                    .flatMap(cells -> Arrays.stream(cells[3].split(",")))
                    .toList();
        }
    }

    /** Another program has it; named if that can be seen. */
    static ProblemException busy(String path) {
        return holder(path, PROCESSES)
                .map(name -> new ProblemException(FlashProblem.PORT_BUSY_WITH, path, name))
                .findFirst()
                .orElseGet(() -> new ProblemException(FlashProblem.PORT_BUSY, path));
    }

    /** Programs that have a file open, as far as Linux shows this user. */
    static Stream<String> holder(String path, Path processes) {
        try {
            Path real = Path.of(path).toRealPath();
            long self = ProcessHandle.current().pid();
            try (Stream<Path> all = Files.list(processes)) {
                return all
                        .filter(process -> process.getFileName().toString().matches("\\d+"))
                        .filter(process -> !process.endsWith(Long.toString(self)))
                        .filter(process -> opened(process, real))
                        .map(PortRights::program)
                        .toList()
                        .stream();
            }
        } catch (IOException | IllegalArgumentException _) {
            return Stream.empty(); // a system without such files
        }
    }

    private static boolean opened(Path process, Path real) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(file -> pointsTo(file, real));
        } catch (IOException _) {
            return false; // somebody else's process, or it has ended
        }
    }

    private static boolean pointsTo(Path link, Path real) {
        try {
            return Files.readSymbolicLink(link).equals(real);
        } catch (IOException _) {
            return false;
        }
    }

    private static String program(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip() + " (" + process.getFileName() + ")";
        } catch (IOException _) {
            return process.getFileName().toString();
        }
    }
}
