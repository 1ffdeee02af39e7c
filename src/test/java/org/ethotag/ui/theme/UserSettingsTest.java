package org.ethotag.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void theLookIsRemembered() {
        settings().setLook(Look.DARK);
        assertThat(settings().look()).isEqualTo(Look.DARK);
    }

    @Test
    void recentStudiesAreNewestFirstWithoutThoseThatAreGone() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        Path gone = Files.createDirectory(folder.resolve("gone"));
        settings().opened(one);
        settings().opened(gone);
        settings().opened(two);
        settings().opened(one);
        Files.delete(gone);
        assertThat(settings().recentStudies()).containsExactly(one, two);
    }

    @Test
    void aStudyThatIsGoneIsRememberedWithItsRecordingsUntilItIsForgotten() throws IOException {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path gone = folder.resolve("gone");
        var settings = settings();
        settings.opened(gone);
        settings.counted(gone, 7);
        settings.opened(here);
        settings.counted(here, 2);
        settings.opened(here);
        assertThat(settings().recent().stream().map(r -> r.folder().getFileName() + " " + r.sessions()))
                .containsExactly("here 2", "gone 7");
        settings.forget(gone);
        assertThat(settings().recent()).extracting(RecentStudy::folder).containsExactly(here);
    }

    @Test
    void whatAnOlderVersionRememberedIsReadAsNotKnown() throws IOException {
        Files.writeString(
                folder.resolve("window.properties"),
                "recent.0=" + folder.toString().replace("\\", "/")
                        + "\nrecent.0.opened=yesterday\nrecent.0.sessions=-4");
        assertThat(settings().recent()).containsExactly(new RecentStudy(folder, Instant.EPOCH, RecentStudy.UNKNOWN));
    }

    @Test
    void aDamagedFileCostsTheMemoryOnly() throws IOException {
        Files.writeString(folder.resolve("window.properties"), "width=wide\nlook=\\u12");
        assertThat(settings().look()).isEqualTo(Look.LIGHT);
        assertThat(settings().length("width", 1280)).isEqualTo(1280);
    }

    private UserSettings settings() {
        return new UserSettings(folder.resolve("window.properties"));
    }
}
