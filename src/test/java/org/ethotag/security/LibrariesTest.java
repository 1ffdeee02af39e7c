package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The libraries: each is on the list with a licence that may be passed on, and none is older than its last known weakness. */
class LibrariesTest {
    private static final Path LIST = Path.of("installer/libraries.txt");
    /** For what goes into the installer: with the source's licence or any other on top. */
    private static final Set<String> PASSED_ON =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "GPL-2.0-with-classpath-exception");

    private static final Pattern JAR = Pattern.compile("(.+?)-([0-9][0-9A-Za-z.]*)(-.*)?\\.jar");

    /** What only starts the tests: Maven brings it, and whether it is on their class path is Maven's choice. */
    private static final Pattern TEST_RUNNER = Pattern.compile("surefire.*|junit-platform-launcher");

    private record Library(String where, String licence, String safeFrom) {}

    private static Map<String, Library> listed() throws IOException {
        var listed = new TreeMap<String, Library>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.startsWith("#")) {
                var cells =
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
                var safe = cells.get(3).split(" ", 2)[0];
                assertThat(listed.put(cells.get(0), new Library(cells.get(1), cells.get(2), safe)))
                        .as(line)
                        .isNull();
            }
        }
        return listed;
    }

    /** Name and version of what is on the class path. */
    private static Map<String, String> present() {
        var present = new TreeMap<String, String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var name = JAR.matcher(Path.of(entry).getFileName().toString());
            if (name.matches() && !TEST_RUNNER.matcher(name.group(1)).matches()) {
                present.put(name.group(1), name.group(2));
            }
        }
        return present;
    }

    @Test
    void everyLibraryThatIsThereIsOnTheListAndNoOther() throws IOException {
        assertEquals(new TreeSet<>(listed().keySet()), new TreeSet<>(present().keySet()));
    }

    @Test
    void theLicenceOfEveryLibraryOfTheProgramMayBePassedOn() throws IOException {
        listed().forEach((name, library) -> {
            if (!library.where().equals("test")) {
                assertThat(PASSED_ON).as(name).contains(library.licence());
            }
        });
    }

    @Test
    void noLibraryIsOlderThanItsLastKnownWeakness() throws IOException {
        var present = present();
        listed().forEach((name, library) -> {
            if (!library.safeFrom().isEmpty() && present.containsKey(name)) {
                assertThat(Version.parse(present.get(name)))
                        .as(name)
                        .isGreaterThanOrEqualTo(Version.parse(library.safeFrom()));
            }
        });
    }
}
