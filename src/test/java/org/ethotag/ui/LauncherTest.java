package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ethotag.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    private Path folder;

    @Test
    void noWordsAndAStudyByFolderOrFileMeanTheWindow() {
        var study = folder.resolve("Herd");
        Project.create(study, "Herd").close();
        assertThat(Launcher.isMeant()).isTrue();
        assertThat(Launcher.isMeant(study.toString())).isTrue();
        assertThat(Launcher.isMeant(study.resolve("study.ethotag").toString())).isTrue();
        assertThat(Launcher.isMeant("--until-trace", study.toString())).isTrue();
    }

    @Test
    void commandsAndFoldersOfSomethingElseDoNot() {
        assertThat(Launcher.isMeant("doctor")).isFalse();
        assertThat(Launcher.isMeant("--help")).isFalse();
        assertThat(Launcher.isMeant(folder.toString())).isFalse();
        assertThat(Launcher.isMeant("no\0path")).isFalse();
    }
}
