package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFolderTest {
    @TempDir
    private Path parent;

    @Test
    void itIsGoneWithAllThatIsInItWhenItIsClosed() throws IOException {
        try (var folder = WorkingFolder.in(parent)) {
            Files.writeString(
                    Files.createDirectories(folder.path().resolve("0/input")).resolve("settings.txt"), "a=b");
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatAKilledProgramLeftIsDeleted() throws IOException {
        var left = Files.createDirectories(parent.resolve("ethotag-folds-0-left/1"));
        Files.writeString(left.resolve("told.txt"), "0.5 Training");
        Files.createFile(left.resolveSibling("in-use"));
        try (var _ = WorkingFolder.in(parent)) {
            assertThat(left.getParent()).doesNotExist();
        }
    }

    @Test
    void foldersThatAreInUseStay() throws IOException {
        try (var first = WorkingFolder.in(parent);
                var second = WorkingFolder.in(parent)) {
            assertThat(first.path()).isNotEqualTo(second.path()).isDirectory();
        }
    }

    @Test
    void aFolderThatIsJustBeingMadeStays() throws IOException {
        var fresh = Files.createDirectory(parent.resolve("ethotag-folds-0-fresh"));
        try (var _ = WorkingFolder.in(parent)) {
            assertThat(fresh).isDirectory();
        }
    }

    @Test
    void theLockIsHeldUntilItIsClosed() throws IOException {
        try (var folder = WorkingFolder.in(parent);
                var channel = FileChannel.open(folder.path().resolve("in-use"), StandardOpenOption.WRITE)) {
            assertThatThrownBy(channel::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
    }
}
