package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFolderTest {
    @TempDir
    private Path stick;

    @Test
    void aProgramOnAStickCarriesItsUsersThingsAtItsTop() throws IOException {
        for (String libraries : new String[] {"linux/lib/app", "windows/app"}) {
            var home = stick.resolve(libraries);
            Files.createDirectories(home);
            Files.createFile(home.resolve("portable"));
        }
        assertThat(UserFolder.carried(stick.resolve("linux/lib/app")))
                .contains(new UserFolder(stick.resolve("linux/user")));
        assertThat(UserFolder.carried(stick.resolve("windows/app")))
                .contains(new UserFolder(stick.resolve("windows/user")));
    }

    @Test
    void anInstalledProgramCarriesNothing() throws IOException {
        Files.createDirectories(stick.resolve("lib/app"));
        assertThat(UserFolder.carried(stick.resolve("lib/app"))).isEmpty();
    }
}
